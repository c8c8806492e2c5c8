package org.anchang.deal.evidence;

import org.anchang.events.LedgerEntry;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Evidence: the money stands in the ledger, under this receipt or record. Only `money` makes it.
///
/// @param receipt its number; for a move without receipt, what the entry is for
/// @param payer   of money that came in: `BUYER`, `ANOTHER` or `BANK`
/// @param account number of the account that it went to, where that is known
public record Booked(
        String receipt,
        Money amount,
        LedgerEntry entry,
        @Nullable String payer,
        @Nullable String account) {
    /// Money that moved between accounts, or out.
    public Booked(String receipt, Money amount, LedgerEntry entry) {
        this(receipt, amount, entry, null, null);
    }
}
