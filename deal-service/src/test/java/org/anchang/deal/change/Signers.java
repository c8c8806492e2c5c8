package org.anchang.deal.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.TestOffice;
import org.anchang.events.ApprovalEvent;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.awaitility.Awaitility;

/// approval-service as these tests need it: it opens an approval for a request and tells how it ends.
public final class Signers implements AutoCloseable {
    /// How an approval ends, as an event of the form's own type.
    public interface End {
        ApprovalEvent of(UUID approval, UUID request, UUID deal, String project);
    }

    private final TestOffice office;
    private final Neighbour approvals = new Neighbour(ApprovalEvent.TOPIC);

    public Signers(TestOffice office) {
        this.office = office;
    }

    public UUID opened(UUID request, UUID deal) {
        var approval = UUID.randomUUID();
        approvals.tells(new ApprovalEvent.ApprovalOpened(
                approval, office.project, Instant.now(), "FORM", request, deal, "li.na", 1, List.of("sales")));
        return approval;
    }

    public UUID end(UUID request, UUID deal, End end) {
        var approval = opened(request, deal);
        approvals.tells(end.of(approval, request, deal, office.project), "wang.jian");
        return approval;
    }

    /// With the signature of this role told before.
    public UUID endSignedBy(String role, UUID request, UUID deal, End end) {
        var approval = opened(request, deal);
        approvals.tells(new ApprovalEvent.ApprovalStepSigned(
                approval,
                office.project,
                Instant.now(),
                role,
                role,
                "wang.jian",
                "APPROVED",
                null,
                null,
                null,
                null,
                null));
        approvals.tells(end.of(approval, request, deal, office.project));
        return approval;
    }

    public void withdrawn(UUID request, UUID deal) {
        end(
                request,
                deal,
                (approval, r, d, project) -> new ApprovalEvent.ApprovalWithdrawn(
                        approval, project, Instant.now(), r, d, "changed their mind"));
    }

    /// Waits until the request has come to this end, and gives it.
    public Map<String, Object> awaitOutcome(UUID request, String outcome) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(
                        () -> Ask.as(office.manager)
                                .get("/api/v1/requests/" + request)
                                .jsonPath()
                                .<Map<String, Object>>get("$"),
                        seen -> outcome.equals(seen.get("outcome")));
    }

    @Override
    public void close() {
        approvals.close();
    }
}
