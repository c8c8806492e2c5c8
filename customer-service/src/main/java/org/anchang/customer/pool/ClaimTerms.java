package org.anchang.customer.pool;

import static org.anchang.kit.problem.Refused.refuse;

import java.time.LocalDate;
import org.anchang.customer.CustomerRefusal;
import org.jspecify.annotations.Nullable;

/// TRK-5: on what terms a consultant takes customers out of a pool; who falls into it says [PoolRule]. That nobody
/// takes a locked customer is no matter of the pool.
///
/// @param mostADay      by one consultant
/// @param coolDownDays  after which a former owner may
/// @param mostCustomers that a consultant has who have not bought; 0: any number
public record ClaimTerms(int mostADay, int coolDownDays, int mostCustomers) {
    /// What counts of whoever claims.
    ///
    /// @param gaveUpOn   when the customer, who was theirs, came into the pools; none: it was another's
    /// @param takenToday how many they have taken out of this pool today
    /// @param owned      how many are theirs who have not bought
    public record Claim(@Nullable LocalDate gaveUpOn, long takenToday, long owned) {}

    /// @throws org.anchang.kit.problem.Refused NOT_CLAIMED_BACK_YET, CLAIMS_OF_TODAY_ARE_USED, CUSTOMERS_ARE_ENOUGH
    public void mustAllow(Claim claim, LocalDate today) {
        if (claim.gaveUpOn() != null && today.isBefore(claim.gaveUpOn().plusDays(coolDownDays))) {
            throw refuse(CustomerRefusal.NOT_CLAIMED_BACK_YET)
                    .with("from", claim.gaveUpOn().plusDays(coolDownDays));
        }
        if (claim.takenToday() >= mostADay) {
            throw refuse(CustomerRefusal.CLAIMS_OF_TODAY_ARE_USED).with("most", mostADay);
        }
        if (mostCustomers > 0 && claim.owned() >= mostCustomers) {
            throw refuse(CustomerRefusal.CUSTOMERS_ARE_ENOUGH)
                    .with("most", mostCustomers)
                    .with("customers", claim.owned());
        }
    }
}
