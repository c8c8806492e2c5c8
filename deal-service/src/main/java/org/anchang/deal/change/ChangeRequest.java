package org.anchang.deal.change;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.change.ChangeForm.SwapForm;
import org.anchang.deal.evidence.Approved;
import org.anchang.events.DealEvent.RequestEnded;
import org.anchang.events.DealEvent.UnitClaimAbandoned;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A form that waits for its signatures, and what became of it. One is open on a deal at most.
@Entity
public class ChangeRequest {
    public enum RequestState {
        WAITING,
        DONE,
        ENDED
    }

    /// What was asked for under this id, who asked, and when.
    record Asked(UUID id, String applicant, Instant at) {}

    @Id
    private UUID id;

    private UUID deal;
    private String project;

    @Enumerated(EnumType.STRING)
    private ChangeKind form;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> fields;

    @JdbcTypeCode(SqlTypes.JSON)
    private ChangeForm detail;

    private @Nullable String sealed;
    private String applicant;
    private @Nullable UUID hold;
    private @Nullable UUID unit;
    private @Nullable UUID successor;
    private @Nullable UUID approval;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private boolean generalManagerSigned;
    private Instant openedAt;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    protected ChangeRequest() {}

    /// @param fields the form as printed, without personal data, its texts sealed
    static ChangeRequest opened(Deal deal, ChangeForm form, Map<String, String> fields, Asked asked) {
        var request = new ChangeRequest();
        request.id = asked.id();
        request.deal = deal.id();
        request.project = deal.project();
        request.form = form.kind();
        request.state = RequestState.WAITING;
        request.fields = fields;
        request.detail = form;
        request.applicant = asked.applicant();
        request.openedAt = asked.at();
        if (form instanceof SwapForm swap) {
            request.hold = swap.unit().hold();
            request.unit = swap.unit().unit();
            request.successor = swap.successor();
        }
        return request;
    }

    /// Keeps personal data of the form, sealed.
    ChangeRequest with(@Nullable String sealedData) {
        sealed = sealedData;
        return this;
    }

    void approvalIs(UUID running) {
        approval = running;
    }

    void signedByGeneralManager() {
        generalManagerSigned = true;
    }

    public boolean isSignedByGeneralManager() {
        return generalManagerSigned;
    }

    void done(Approved<?> approved, Instant at) {
        state = RequestState.DONE;
        approval = approved.approval();
        outcome = Outcome.APPROVED;
        closedAt = at;
    }

    /// @param unitOfDeal on which the open change was shown (INV-15)
    RequestEnded end(Outcome how, UUID unitOfDeal, Instant at) {
        state = RequestState.ENDED;
        outcome = how;
        closedAt = at;
        return new RequestEnded(deal, project, at, id, unitOfDeal, form.name(), how.name());
    }

    /// SWP-3: the new unit is no longer wanted. Told in the name of the deal that would have had it.
    @Nullable
    UnitClaimAbandoned unitNoLongerWanted(Instant at) {
        return detail instanceof SwapForm swap
                ? new UnitClaimAbandoned(
                        swap.successor(),
                        project,
                        at,
                        swap.unit().unit(),
                        swap.unit().hold(),
                        "swap " + outcome)
                : null;
    }

    /// LAY-1: an approved layout change, once it was built.
    public boolean mayBeInspected() {
        return form == ChangeKind.LAYOUT_CHANGE && state == RequestState.DONE;
    }

    boolean isWaiting() {
        return state == RequestState.WAITING;
    }

    public UUID id() {
        return id;
    }

    public UUID deal() {
        return deal;
    }

    public String project() {
        return project;
    }

    public ChangeKind form() {
        return form;
    }

    public RequestState state() {
        return state;
    }

    /// Its texts are sealed, see [org.anchang.kit.seal.FormTexts].
    Map<String, String> fields() {
        return fields;
    }

    public <F extends ChangeForm> F detail(Class<F> as) {
        return as.cast(detail);
    }

    @Nullable
    public String sealed() {
        return sealed;
    }

    public String applicant() {
        return applicant;
    }

    @Nullable
    UUID successor() {
        return successor;
    }

    public @Nullable UUID approval() {
        return approval;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    public Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
