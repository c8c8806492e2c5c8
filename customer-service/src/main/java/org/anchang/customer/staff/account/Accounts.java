package org.anchang.customer.staff.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the product wants of an identity provider. Each question has a time limit, and may be asked again without
/// harm. Where there is no answer [ProviderAway] is thrown.
public interface Accounts {
    /// Whether there is an account of this name, whosever it is.
    boolean exists(String person);

    /// Makes the account, where there is none, and makes it exactly this: its duties and no others, open or closed. A
    /// closed one has no sessions.
    ///
    /// @param password to be changed at the first sign-in; null: it stays as it is
    void bring(Account account, @Nullable String password);

    /// Every open account that has a duty.
    List<Account> all();
}
