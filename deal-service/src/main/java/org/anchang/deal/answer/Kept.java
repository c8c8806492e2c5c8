package org.anchang.deal.answer;

import java.time.LocalDate;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What a feature keeps about a deal, as far as an answer shows it or an offer depends on it.
public sealed interface Kept {
    UUID deal();

    /// The order form that counts or waits for signatures; after signing, the one that was taken back.
    record Form(UUID deal, UUID id, int number, String state, Money unitPrice, Money discount, Money total)
            implements Kept {
        public boolean isSigned() {
            return state.equals("SIGNED");
        }
    }

    /// 商品房买卖合同: the signed sale contract.
    record Contract(UUID deal, UUID id, String number, String scheme, Money total, LocalDate signedOn, LocalDate fileBy)
            implements Kept {}

    /// The change that waits for signatures, and the approval that collects them, once it is known.
    record Change(UUID deal, String applicant, @Nullable UUID approval) implements Kept {}

    /// A filing that lies with the authority or stands in its register.
    record Filed(UUID deal) implements Kept {}

    /// What is owed back and not paid out yet.
    record OwedBack(UUID deal, Money amount) implements Kept {}
}
