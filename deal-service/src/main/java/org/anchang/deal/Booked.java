package org.anchang.deal;

import org.anchang.events.LedgerEntry;
import org.anchang.kit.money.Money;

/// Evidence: the money stands in the ledger, under this receipt or record. Only `money` makes it.
///
/// @param receipt its number; for a move without receipt, what the entry is for
public record Booked(String receipt, Money amount, LedgerEntry entry) {}
