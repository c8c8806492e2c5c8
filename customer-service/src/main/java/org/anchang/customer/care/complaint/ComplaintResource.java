package org.anchang.customer.care.complaint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.care.complaint.Complaint.ComplaintKind;
import org.anchang.customer.care.complaint.Complaint.ComplaintState;
import org.anchang.customer.care.complaint.Complaint.ComplaintWay;
import org.anchang.customer.care.complaint.Steps.CaseStepKind;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CAR-2: complaints and suggestions.
@Path("/api/v1/complaints")
@RunOnVirtualThread
@Tag(name = "Complaints")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class ComplaintResource {
    /// @param personName where the customer is not known
    /// @param owner      left out: the customer's consultant, or whoever writes it down
    /// @param dueOn      left out: by the project's setting
    public record OpenComplaint(
            @NotBlank @Size(max = 50) String project,
            @NotNull ComplaintKind kind,
            @NotNull ComplaintWay way,
            @Nullable UUID customer,
            @Nullable @OneLine @Size(max = 100) String personName,
            @Nullable @Size(max = 40) String phone,
            @NotBlank @Size(max = 4000) String text,
            @Nullable @Size(max = 100) String owner,
            @Nullable LocalDate dueOn) {}

    /// @param dueOn left out: stays
    public record HandOverComplaint(
            @NotBlank @Size(max = 100) String owner,
            @Nullable LocalDate dueOn,
            @NotBlank @Size(max = 500) String reason) {}

    public record AnswerComplaint(
            @NotBlank @Size(max = 4000) String answer) {}

    /// @param satisfaction from 1, not at all, to 5
    public record RateComplaint(
            @NotNull @Min(1) @Max(5) Integer satisfaction,
            @Nullable @Size(max = 1000) String note) {}

    /// One thing that was done.
    ///
    /// @param said for those who may read the case
    public record ComplaintStep(
            CaseStepKind kind,
            String person,
            Instant at,
            @Nullable String said,
            @Nullable String toOwner,
            @Nullable LocalDate dueOn,
            @Nullable Integer satisfaction) {}

    /// @param personName  the customer's, or who said it; in full for the case's owner and the site manager
    /// @param text        for these alone, as are the phone and the answer
    /// @param escalated   past its day without an answer, which is the site manager's to look after
    /// @param steps       none in lists
    public record ShownComplaint(
            UUID id,
            String project,
            ComplaintKind kind,
            ComplaintWay way,
            @Nullable UUID customer,
            String personName,
            @Nullable String phone,
            @Nullable String text,
            String owner,
            LocalDate dueOn,
            ComplaintState state,
            boolean escalated,
            String openedBy,
            Instant openedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable Integer satisfaction,
            List<ComplaintStep> steps,
            List<Action> actions) {}

    @Inject
    Complaints complaints;

    @Inject
    SeeingToComplaints seeingTo;

    @Inject
    ShowingComplaints showing;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Open a case for what somebody complained about or suggested")
    public ShownComplaint openComplaint(@NotNull @Valid OpenComplaint request) {
        return showing.written(seeingTo.open(request));
    }

    @POST
    @Path("/{id}/hand-over")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Let somebody else see to a case, with another day if need be")
    public ShownComplaint handOverComplaint(@PathParam("id") UUID id, @NotNull @Valid HandOverComplaint request) {
        return showing.written(seeingTo.handOver(id, request));
    }

    @POST
    @Path("/{id}/answer")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record what the customer was answered")
    public ShownComplaint answerComplaint(@PathParam("id") UUID id, @NotNull @Valid AnswerComplaint request) {
        return showing.written(seeingTo.answer(id, request));
    }

    @POST
    @Path("/{id}/satisfaction")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record how content the customer is with the answer, which closes the case")
    public ShownComplaint rateComplaint(@PathParam("id") UUID id, @NotNull @Valid RateComplaint request) {
        return showing.written(seeingTo.rate(id, request));
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(
            summary = "One case with all that was done; a consultant sees those they see to and those they wrote down")
    public ShownComplaint getComplaint(@PathParam("id") UUID id) {
        return showing.one(complaints.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Operation(
            summary = "Cases, the latest first",
            description = "`escalated`: only those that are past their day without an answer")
    public Page<ShownComplaint> listComplaints(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("state") @Nullable ComplaintState state,
            @QueryParam("escalated") @DefaultValue("false") boolean escalated,
            @Valid @BeanParam PageRequest page) {
        var filter = new Complaints.ComplaintFilter(project, customers.present(customer), state, escalated);
        return showing.list(complaints.list(caller.scope(), filter, page));
    }
}
