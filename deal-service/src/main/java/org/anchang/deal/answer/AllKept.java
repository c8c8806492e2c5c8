package org.anchang.deal.answer;

import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What all features together keep about a deal.
public record AllKept(
        Kept.@Nullable Form form,
        Kept.@Nullable Contract contract,
        Kept.@Nullable Change change,
        Kept.@Nullable Filed filed,
        Money payable) {
    public static final AllKept NOTHING = new AllKept(null, null, null, null, Money.ZERO);

    AllKept with(Kept kept) {
        return switch (kept) {
            case Kept.Form its -> new AllKept(its, contract, change, filed, payable);
            case Kept.Contract its -> new AllKept(form, its, change, filed, payable);
            case Kept.Change its -> new AllKept(form, contract, its, filed, payable);
            case Kept.Filed its -> new AllKept(form, contract, change, its, payable);
            case Kept.OwedBack its -> new AllKept(form, contract, change, filed, its.amount());
        };
    }

    /// Whether the authority has no hand on it.
    public boolean isFree() {
        return filed == null;
    }
}
