package org.anchang.approval;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalWithdrawn;
import org.anchang.events.DealEvent;
import org.anchang.kit.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A form on its way through the signatures of its chain. The engine decides whose turn it is; what is here is what
/// people see and what counts.
///
/// Events say how it ended and at which step, never in a person's words: opinions stay here.
@Entity
public class Approval {
    @Id
    private UUID id;

    private String project;

    @Enumerated(EnumType.STRING)
    private Form form;

    private UUID request;
    private UUID deal;
    private String applicant;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> fields;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> given;

    private int formVersion;
    private UUID chain;
    private int chainVersion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> asks;

    @Enumerated(EnumType.STRING)
    private ApprovalState state;

    private @Nullable String processInstance;
    private Instant openedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Approval() {}

    /// A version of a chain, kept for as long as the approval runs (APR-1).
    ///
    /// @param asks all who may sign on the way: `role:finance` or `person:li.na`
    public record KeptChain(UUID id, int version, List<String> asks) {}

    /// @param fields of the request, its texts sealed to be kept here
    public static Approval opened(DealEvent.Request request, Map<String, String> fields, KeptChain chain, Instant at) {
        var approval = new Approval();
        approval.id = Ids.next();
        approval.project = request.project();
        approval.form = Form.valueOf(request.form());
        approval.request = request.request();
        approval.deal = request.deal();
        approval.applicant = request.applicant();
        approval.fields = new TreeMap<>(fields);
        approval.given = new TreeMap<>();
        approval.formVersion = 1;
        approval.chain = chain.id();
        approval.chainVersion = chain.version();
        approval.asks = List.copyOf(chain.asks());
        approval.state = ApprovalState.RUNNING;
        approval.openedAt = at;
        return approval;
    }

    /// The engine's name for this run.
    public void runsAs(String instance) {
        processInstance = instance;
    }

    private void mustRun() {
        refuseUnless(isRunning(), ApprovalRefusal.APPROVAL_HAS_ENDED);
    }

    /// A signer adds to the form what the step asks for.
    public void add(Map<String, String> more) {
        mustRun();
        if (!more.isEmpty()) {
            given = new TreeMap<>(given);
            given.putAll(more);
        }
    }

    /// APR-5: the last signature is there.
    public ApprovalEvent approve(Instant at) {
        end(ApprovalState.APPROVED, "APPROVED", at);
        return form.approved(this, at, Map.copyOf(given));
    }

    /// APR-5: one "no" ends it, at whichever step.
    public ApprovalEvent refuse(String step, Instant at) {
        end(ApprovalState.REFUSED, "REFUSED_AT_" + step.toUpperCase(Locale.ROOT).replace('-', '_'), at);
        return form.refused(this, at, String.valueOf(endReason));
    }

    /// APR-2: the applicant takes the request back while it runs.
    ///
    /// @throws org.anchang.kit.problem.Refused ONLY_APPLICANT_WITHDRAWS, APPROVAL_HAS_ENDED
    public ApprovalEvent withdraw(String person, Instant at) {
        refuseUnless(applicant.equals(person), ApprovalRefusal.ONLY_APPLICANT_WITHDRAWS);
        return giveUp("WITHDRAWN_BY_APPLICANT", at);
    }

    /// The deal gave its request up; there is nothing left to sign.
    public ApprovalEvent fallWithRequest(Instant at) {
        return giveUp("REQUEST_ENDED", at);
    }

    private ApprovalEvent giveUp(String reason, Instant at) {
        end(ApprovalState.WITHDRAWN, reason, at);
        return new ApprovalWithdrawn(id, project, at, request, deal, reason);
    }

    private void end(ApprovalState how, String reason, Instant at) {
        mustRun();
        state = how;
        endReason = reason;
        endedAt = at;
    }

    /// TRK-7: these are asked in the place of others who have left.
    public void alsoAsk(Collection<String> names) {
        if (!asks.containsAll(names)) {
            asks = Stream.concat(asks.stream(), names.stream()).distinct().toList();
        }
    }

    /// Whether one of these is asked to sign it, now, before or later.
    ///
    /// @param names all names under which a person signs
    public boolean asks(Collection<String> names) {
        return asks.stream().anyMatch(names::contains);
    }

    public boolean isRunning() {
        return state == ApprovalState.RUNNING;
    }

    /// A field of the form: what a signer wrote goes before what the applicant wrote.
    public @Nullable String field(String name) {
        var added = given.get(name);
        return added == null ? fields.get(name) : added;
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public Form form() {
        return form;
    }

    public UUID request() {
        return request;
    }

    public UUID deal() {
        return deal;
    }

    public String applicant() {
        return applicant;
    }

    /// As it was asked for; its texts are sealed, see [org.anchang.kit.seal.FormTexts].
    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    public Map<String, String> given() {
        return Map.copyOf(given);
    }

    public int formVersion() {
        return formVersion;
    }

    public UUID chain() {
        return chain;
    }

    public int chainVersion() {
        return chainVersion;
    }

    public ApprovalState state() {
        return state;
    }

    /// @throws NullPointerException before the engine was told to begin
    public String processInstance() {
        return java.util.Objects.requireNonNull(processInstance);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String endReason() {
        return endReason;
    }
}
