package org.anchang.commission.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/// COM-3: when which part of an earned commission is paid out, in per cent; together the whole.
@Embeddable
record Payout(
        @Column(name = "payout_at_earning") BigDecimal atEarning,
        @Column(name = "payout_with_filing") BigDecimal withFiling,
        @Column(name = "payout_with_collections") BigDecimal withCollections) {
    boolean isWhole() {
        return atEarning.add(withFiling).add(withCollections).compareTo(new BigDecimal(100)) == 0;
    }
}
