package org.anchang.deal.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;

/// RFD-2: what was paid out of a deal's refund, read back.
@ApplicationScoped
public class Payouts {
    public record Payout(Money amount, String slip, LocalDate paidOn, String paidBy) {}

    private static final String OF = """
            SELECT amount, slip, paid_on, paid_by FROM refund_payout WHERE deal = :deal ORDER BY id""";

    @Inject
    Database database;

    public List<Payout> of(UUID deal) {
        return database.sql(OF).with("deal", deal).rows(Payout.class);
    }
}
