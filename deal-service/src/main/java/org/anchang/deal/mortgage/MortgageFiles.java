package org.anchang.deal.mortgage;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;

/// All mortgages, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
class MortgageFiles implements PanacheRepositoryBase<MortgageFile, UUID> {
    /// @throws org.anchang.kit.problem.Refused NOT_A_MORTGAGE_DEAL
    MortgageFile of(Deal deal) {
        return find("deal", deal.id()).firstResultOptional().orElseThrow(() -> refuse(DealRefusal.NOT_A_MORTGAGE_DEAL));
    }
}
