package org.anchang.deal.mortgage;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.mortgage.MortgageFile.MortgageState;
import org.anchang.kit.money.Money;

/// All mortgages, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
public class MortgageFiles implements PanacheRepositoryBase<MortgageFile, UUID> {
    /// Whether the bank has a hand on the home: a loan that was paid out, or loan money in the ledger however it came
    /// there, and no word that the mortgage is cancelled.
    ///
    /// @param loan what stands in the ledger
    public boolean isBankIn(Deal deal, Money loan) {
        var state = find("deal", deal.id()).firstResultOptional().map(MortgageFile::state);
        return state.map(its -> its != MortgageState.CANCELLED && (its == MortgageState.DISBURSED || loan.isPositive()))
                .orElse(loan.isPositive());
    }

    /// RFD-1: whether the bank has said no, and nothing else since.
    public boolean isRefused(Deal deal) {
        return find("deal", deal.id())
                .firstResultOptional()
                .filter(file -> file.state() == MortgageState.REFUSED)
                .isPresent();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_A_MORTGAGE_DEAL
    MortgageFile of(Deal deal) {
        return find("deal", deal.id()).firstResultOptional().orElseThrow(() -> refuse(DealRefusal.NOT_A_MORTGAGE_DEAL));
    }
}
