package org.anchang.deal.filing;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.Keeper;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.filing.Filing.FilingState;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;

/// All filings, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
public class Filings implements PanacheRepositoryBase<Filing, UUID>, Keeper {
    private static final List<FilingState> WITH_AUTHORITY = List.of(FilingState.SUBMITTED, FilingState.ACCEPTED);

    /// INV-17: however it is written.
    private static final String TAKEN = """
            SELECT count(*) > 0 FROM filing
            WHERE project = :project AND name_key(registration_number) = name_key(:number)""";

    @Inject
    Database database;

    /// The submission that waits for an answer.
    ///
    /// @throws org.anchang.kit.problem.Refused FILING_NOT_SUBMITTED
    Filing waiting(Deal deal) {
        return find("deal = ?1 and state = ?2", deal.id(), FilingState.SUBMITTED)
                .firstResultOptional()
                .orElseThrow(() -> refuse(DealRefusal.FILING_NOT_SUBMITTED));
    }

    /// The filing that stands in the register.
    ///
    /// @throws org.anchang.kit.problem.Refused FILING_NOT_ACCEPTED
    Filing accepted(Deal deal) {
        return find("deal = ?1 and state = ?2", deal.id(), FilingState.ACCEPTED)
                .firstResultOptional()
                .orElseThrow(() -> refuse(DealRefusal.FILING_NOT_ACCEPTED));
    }

    Page<Filing> of(Deal deal, PageRequest request) {
        var found = request.afterId()
                .map(after -> find("deal = ?1 and id > ?2 order by id", deal.id(), after))
                .orElseGet(() -> find("deal = ?1 order by id", deal.id()))
                .range(0, request.limit())
                .list();
        return Page.byId(found, request, Filing::id);
    }

    /// Those that lie with the authority or stand in its register; nothing is filed before a contract.
    @Override
    public List<Kept.Filed> kept(Collection<Deal> deals) {
        var signed = deals.stream()
                .filter(deal -> deal.stage() == DealStage.CONTRACTED || deal.stage() == DealStage.FILED)
                .map(Deal::id)
                .toList();
        return signed.isEmpty()
                ? List.of()
                : list("deal in ?1 and state in ?2", signed, WITH_AUTHORITY).stream()
                        .map(filing -> new Kept.Filed(filing.deal()))
                        .toList();
    }

    /// Whether a filing lies with the authority or stands in its register.
    public boolean isWithAuthority(Deal deal) {
        return count("deal = ?1 and state in ?2", deal.id(), WITH_AUTHORITY) > 0;
    }

    void refuseIfSubmitted(Deal deal) {
        refuseIf(isWithAuthority(deal), DealRefusal.FILING_ALREADY_SUBMITTED);
    }

    void refuseIfTaken(Deal deal, String registrationNumber) {
        var taken = database.sql(TAKEN)
                .with("project", deal.project())
                .with("number", registrationNumber)
                .one(Boolean.class);
        refuseIf(taken, DealRefusal.REGISTRATION_NUMBER_TAKEN);
    }
}
