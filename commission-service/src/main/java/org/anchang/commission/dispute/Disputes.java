package org.anchang.commission.dispute;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.commission.Claim;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.attribution.Attribution;
import org.anchang.commission.dispute.DisputeResource.DecidedShare;
import org.anchang.kit.Ids;
import org.anchang.kit.sql.Database;

/// COM-5: the consultants' objections to how a commission is divided, and the supervisor's answers.
@ApplicationScoped
public class Disputes {
    /// Who says what.
    record Word(String by, String reason, Instant at) {}

    private record Open(UUID id, String raisedBy) {}

    private record ShareOfDecision(UUID dispute, int position, String consultant, BigDecimal percent) {}

    private static final String RAISE = """
            INSERT INTO dispute (id, commission, raised_by, reason, raised_at)
            VALUES (:id, :commission, :by, :reason, :at)""";
    private static final String DECIDE = """
            UPDATE dispute SET decided_by = :by, decision = :reason, decided_at = :at WHERE id = :dispute""";
    private static final String OPEN = """
            SELECT id, raised_by FROM dispute WHERE commission = :commission AND decided_at IS NULL FOR UPDATE""";
    private static final String RAISED_BY = """
            SELECT commission FROM dispute
            WHERE commission = ANY (:commissions) AND decided_at IS NULL AND raised_by = :person""";
    private static final String SHARE = """
            INSERT INTO dispute_share (dispute, position, consultant, percent)
            VALUES (:dispute, :position, :consultant, :percent)""";
    private static final String DECISION = """
            SELECT consultant, percent FROM dispute_share
            WHERE dispute = (SELECT id FROM dispute WHERE commission = :commission AND decided_at IS NOT NULL
                             ORDER BY decided_at DESC LIMIT 1)
            ORDER BY position""";

    @Inject
    Database database;

    @Inject
    Attribution attribution;

    /// The division last decided by a supervisor; it goes before rule and agreement.
    public Optional<List<Claim>> decisionOn(UUID commission) {
        var shares = database.sql(DECISION).with("commission", commission).rows(DecidedShare.class);
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(shares.stream()
                        .map(share -> new Claim(share.consultant(), share.percent(), "DECIDED_BY_SUPERVISOR", null))
                        .toList());
    }

    /// @return id of the dispute
    UUID raise(UUID commission, Word objection) {
        var id = Ids.next();
        database.sql(RAISE)
                .with("id", id)
                .with("commission", commission)
                .with(objection)
                .write();
        return id;
    }

    /// COM-7: nobody decides for themselves.
    ///
    /// @return id of the dispute
    /// @throws org.anchang.kit.problem.Refused COMMISSION_IS_NOT_DISPUTED, PARTIES_DO_NOT_DECIDE,
    ///     CONSULTANT_IS_NOT_KNOWN, SHARES_DO_NOT_ADD_UP
    UUID decide(Commission disputed, List<DecidedShare> parts, Word answer) {
        var open = database.sql(OPEN)
                .with("commission", disputed.id())
                .row(Open.class)
                .orElseThrow(() -> refuse(CommissionRefusal.COMMISSION_IS_NOT_DISPUTED));
        refuseIf(
                answer.by().equals(open.raisedBy())
                        || disputed.isParty(answer.by())
                        || parts.stream().anyMatch(part -> part.consultant().equals(answer.by())),
                CommissionRefusal.PARTIES_DO_NOT_DECIDE);
        attribution.mustKnow(
                disputed, parts.stream().map(DecidedShare::consultant).toList());
        var sum = parts.stream().map(DecidedShare::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        var persons = parts.stream().map(DecidedShare::consultant).distinct().count();
        refuseUnless(
                sum.compareTo(new BigDecimal(100)) == 0 && persons == parts.size(),
                CommissionRefusal.SHARES_DO_NOT_ADD_UP);
        database.sql(DECIDE).with("dispute", open.id()).with(answer).write();
        var shares = new ArrayList<ShareOfDecision>();
        for (var part : parts) {
            shares.add(new ShareOfDecision(open.id(), shares.size(), part.consultant(), part.percent()));
        }
        database.writeAll(SHARE, shares);
        return open.id();
    }

    /// Of these commissions those of which the person has raised the open dispute.
    public Set<UUID> raisedBy(String person, Collection<UUID> commissions) {
        if (commissions.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(database.sql(RAISED_BY)
                .with("person", person)
                .with("commissions", commissions)
                .rows(UUID.class));
    }
}
