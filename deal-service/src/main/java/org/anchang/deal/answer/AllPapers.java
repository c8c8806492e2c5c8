package org.anchang.deal.answer;

import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// A deal's papers, of all features together.
public record AllPapers(
        Paper.@Nullable Form form,
        Paper.@Nullable Contract contract,
        Paper.@Nullable Change change,
        Paper.@Nullable Filed filed,
        Money payable) {
    public static final AllPapers NOTHING = new AllPapers(null, null, null, null, Money.ZERO);

    AllPapers with(Paper paper) {
        return switch (paper) {
            case Paper.Form its -> new AllPapers(its, contract, change, filed, payable);
            case Paper.Contract its -> new AllPapers(form, its, change, filed, payable);
            case Paper.Change its -> new AllPapers(form, contract, its, filed, payable);
            case Paper.Filed its -> new AllPapers(form, contract, change, its, payable);
            case Paper.Payable its -> new AllPapers(form, contract, change, filed, its.amount());
        };
    }

    /// Whether the authority has no hand on it.
    public boolean isFree() {
        return filed == null;
    }
}
