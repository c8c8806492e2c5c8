package org.anchang.customer.staff;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.customer.staff.account.Account;
import org.anchang.customer.staff.account.Account.Duty;
import org.anchang.customer.staff.account.Accounts;
import org.anchang.customer.staff.account.ProviderAway;
import org.jspecify.annotations.Nullable;

/// An identity provider of these tests' own, which may be away.
@Mock
@Singleton
class AccountsInMemory implements Accounts {
    static final Account KNOWN_BEFORE =
            new Account("ji.lan", "季兰", true, Set.of(new Duty("before", "consultant"), new Duty("before", "finance")));

    final Map<String, Account> accounts = new ConcurrentHashMap<>(Map.of(KNOWN_BEFORE.person(), KNOWN_BEFORE));
    final Map<String, String> passwords = new ConcurrentHashMap<>();
    volatile boolean isAway;

    @Override
    public boolean exists(String person) {
        mustBeThere();
        return accounts.containsKey(person);
    }

    @Override
    public void bring(Account account, @Nullable String password) {
        mustBeThere();
        accounts.put(account.person(), account);
        if (password != null) {
            passwords.put(account.person(), password);
        }
    }

    @Override
    public List<Account> all() {
        mustBeThere();
        return List.of(KNOWN_BEFORE);
    }

    private void mustBeThere() {
        if (isAway) {
            throw new ProviderAway("away");
        }
    }
}
