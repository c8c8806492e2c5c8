package org.anchang.deal.money;

import org.anchang.deal.receipt.Method;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Money that is handed over: how much, what it is, how it came and from whom.
public record Incoming(
        Money amount,
        Nature nature,
        Method method,
        @Nullable Payer payer) {}
