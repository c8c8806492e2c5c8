package org.anchang.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.anchang.kit.money.Money;

/// COM-3: when which part of an earned commission is paid out, in per cent; together the whole.
@Embeddable
public record Payout(
        @Column(name = "payout_at_earning") BigDecimal atEarning,
        @Column(name = "payout_with_filing") BigDecimal withFiling,
        @Column(name = "payout_with_collections") BigDecimal withCollections) {
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /// How far an earned deal has come.
    ///
    /// @param collected of `total`, the price
    record Progress(boolean filed, Money collected, Money total) {}

    public boolean isWhole() {
        return atEarning.add(withFiling).add(withCollections).compareTo(WHOLE) == 0;
    }

    /// What is to be out by now, person by person and part by part. The last part that a plan has is what the others
    /// leave, so that the parts add up to each share to the cent.
    PaidOut due(List<Share> shares, Progress progress) {
        var due = new LinkedHashMap<PaidOut.Line, Money>();
        for (var share : shares) {
            var rest = share.amount();
            for (var part : PayoutPart.values()) {
                var size = part == last() ? rest : share.amount().percent(percent(part));
                rest = rest.minus(size);
                due.merge(new PaidOut.Line(share.consultant(), part), reached(part, size, progress), Money::plus);
            }
        }
        return new PaidOut(due);
    }

    private static Money reached(PayoutPart part, Money size, Progress progress) {
        return switch (part) {
            case AT_EARNING -> size;
            case WITH_FILING -> progress.filed() ? size : Money.ZERO;
            case WITH_COLLECTIONS -> ofCollected(size, progress);
        };
    }

    /// Overpaid counts as paid, and a payment that was taken back below nothing as none.
    private static Money ofCollected(Money size, Progress progress) {
        if (!progress.total().isMoreThan(progress.collected())) {
            return size;
        }
        return progress.collected().isPositive()
                ? new Money(size.amount()
                        .multiply(progress.collected().amount())
                        .divide(progress.total().amount(), 2, RoundingMode.HALF_UP))
                : Money.ZERO;
    }

    private PayoutPart last() {
        return Arrays.stream(PayoutPart.values())
                .filter(part -> percent(part).signum() > 0)
                .reduce(PayoutPart.AT_EARNING, (_, later) -> later);
    }

    private BigDecimal percent(PayoutPart part) {
        return switch (part) {
            case AT_EARNING -> atEarning;
            case WITH_FILING -> withFiling;
            case WITH_COLLECTIONS -> withCollections;
        };
    }
}
