package org.anchang.customer.dispute;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.dispute.OwnershipCase.CaseState;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.phone.APhone;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// REC-6: a customer's wish for another consultant, and disputes between consultants.
@Path("/api/v1/ownership-cases")
@RunOnVirtualThread
@Tag(name = "Ownership cases")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class OwnershipCaseResource implements OfferSource {
    /// What people file; a household's case comes by itself (REC-9).
    public enum FiledKind {
        WISH,
        DISPUTE
    }

    /// @param customer whose customer they ever are; a phone finds everybody's
    /// @param other    whom the customer wishes, or who says that the customer is theirs; left out in a
    ///     dispute: the
    ///     caller
    public record FileCase(
            @NotBlank @Size(max = 50) String project,
            @NotNull FiledKind kind,
            @Nullable UUID customer,
            @Nullable @APhone @Size(max = 40) String phone,
            @Nullable @Size(max = 100) String other,
            @NotBlank @Size(max = 4000) String reason) {}

    public record StateCase(@NotBlank @Size(max = 4000) String said) {}

    /// @param owner           whose the customer is from now on; whose they are, if that stays
    /// @param firstConsultant COM-1: whose the commission is; left out: stays
    public record DecideCase(
            @NotBlank @Size(max = 100) String owner,
            @Nullable @Size(max = 100) String firstConsultant,
            @NotBlank @Size(max = 4000) String reason) {}

    /// @param said another party's only once it is decided
    public record ShownStatement(
            String person, Instant at, @Nullable String said) {}

    /// @param customerName    in full for the customer's owner and the site manager, masked for others
    ///     (SEC-1)
    /// @param owner           whose the customer was at the filing; `firstConsultant` likewise
    /// @param other           who says otherwise, or whom the customer wishes
    /// @param parties         who has a part in it, and so no say
    /// @param reason          for the parties and those who decide, as are the other texts; none where a
    ///     household's rule
    ///     asks
    /// @param evidence        what the office did with the customer until the filing, the oldest first;
    ///     none in lists
    /// @param statements      none in lists
    /// @param overdue         past its day
    public record ShownCase(
            UUID id,
            String project,
            CaseKind kind,
            UUID customer,
            String customerName,
            String owner,
            String firstConsultant,
            @Nullable String other,
            List<String> parties,
            String filedBy,
            Instant filedAt,
            @Nullable String reason,
            LocalDate dueOn,
            boolean overdue,
            @Nullable String remindedBy,
            @Nullable Instant remindedAt,
            CaseState state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedOwner,
            @Nullable String decidedFirst,
            @Nullable String decision,
            List<Evidence> evidence,
            List<ShownStatement> statements,
            List<Action> actions) {}

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(CustomerAction.FILE_CASE, OwnershipCaseResource.class, "fileCase"));

    @Inject
    OwnershipCases cases;

    @Inject
    FilingCases filing;

    @Inject
    SettlingCases settling;

    @Inject
    ShowingCases showing;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(
            summary =
                    "File a customer's wish for another consultant, or a dispute between two; the evidence is gathered")
    public ShownCase fileCase(@NotNull @Valid FileCase request) {
        return showing.written(filing.file(request));
    }

    @POST
    @Path("/{id}/statements")
    @Idempotent
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "A party says how it was")
    public ShownCase stateCase(@PathParam("id") UUID id, @NotNull @Valid StateCase request) {
        return showing.written(settling.state(id, request.said()));
    }

    @POST
    @Path("/{id}/reminders")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Remind whoever decides; once a day")
    public ShownCase remindOfCase(@PathParam("id") UUID id) {
        return showing.written(settling.remind(id));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(
            summary = "Decide whose the customer is, and whose the commission; it takes effect at once",
            description = "The sales supervisor decides, the site manager where the project has none; never a party")
    public ShownCase decideCase(@PathParam("id") UUID id, @NotNull @Valid DecideCase request) {
        return showing.written(settling.decide(id, request));
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "One case with evidence and statements; a consultant sees those in which they have a part")
    public ShownCase getCase(@PathParam("id") UUID id) {
        return showing.one(cases.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Operation(summary = "Cases, the latest first", description = "`overdue`: only open ones that are past their day")
    public Page<ShownCase> listCases(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("state") @Nullable CaseState state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @Valid @BeanParam PageRequest page) {
        var filter = new OwnershipCases.CaseFilter(project, customers.present(customer), state, overdue);
        return showing.list(cases.list(caller.scope(), filter, page));
    }
}
