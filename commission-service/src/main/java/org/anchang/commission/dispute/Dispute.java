package org.anchang.commission.dispute;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.Claim;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionRefusal;
import org.anchang.kit.Ids;
import org.jspecify.annotations.Nullable;

/// COM-5: a consultant's objection to how a commission is divided, and the supervisor's answer.
@Entity
class Dispute {
    @Embeddable
    record Decided(String consultant, BigDecimal percent) {}

    /// Who says what.
    record Word(String by, String reason, Instant at) {}

    @Id
    private UUID id;

    private UUID commission;
    private String raisedBy;
    private String reason;
    private Instant raisedAt;
    private @Nullable String decidedBy;
    private @Nullable String decision;
    private @Nullable Instant decidedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dispute_share", joinColumns = @JoinColumn(name = "dispute"))
    @OrderColumn(name = "position")
    private List<Decided> shares = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Dispute() {}

    static Dispute raised(UUID commission, Word objection) {
        var dispute = new Dispute();
        dispute.id = Ids.next();
        dispute.commission = commission;
        dispute.raisedBy = objection.by();
        dispute.reason = objection.reason();
        dispute.raisedAt = objection.at();
        return dispute;
    }

    /// COM-7: nobody decides for themselves.
    ///
    /// @throws org.anchang.kit.problem.Refused PARTIES_DO_NOT_DECIDE, SHARES_DO_NOT_ADD_UP
    void decide(Commission disputed, List<Decided> parts, Word answer) {
        refuseIf(
                answer.by().equals(raisedBy)
                        || disputed.isParty(answer.by())
                        || parts.stream().anyMatch(part -> part.consultant().equals(answer.by())),
                CommissionRefusal.PARTIES_DO_NOT_DECIDE);
        var sum = parts.stream().map(Decided::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        var persons = parts.stream().map(Decided::consultant).distinct().count();
        refuseUnless(
                sum.compareTo(new BigDecimal(100)) == 0 && persons == parts.size(),
                CommissionRefusal.SHARES_DO_NOT_ADD_UP);
        shares.addAll(parts);
        decidedBy = answer.by();
        decision = answer.reason();
        decidedAt = answer.at();
    }

    List<Claim> claims() {
        return shares.stream()
                .map(share -> new Claim(share.consultant(), share.percent(), "DECIDED_BY_SUPERVISOR", null))
                .toList();
    }

    UUID id() {
        return id;
    }
}
