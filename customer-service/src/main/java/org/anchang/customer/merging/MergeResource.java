package org.anchang.customer.merging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.MergedField;
import org.anchang.customer.Texts;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-3: two records turn out to be one person's.
@Path("/api/v1/customers/{id}/merges")
@RunOnVirtualThread
@Tag(name = "Customers")
public class MergeResource implements OfferSource {
    /// @param merged     the record that goes into this one
    /// @param fromMerged what is right of the record that goes; all else is as this one has it
    public record MergeCustomers(
            @NotNull UUID merged,
            @NotBlank @Size(max = 500) String reason,
            @Nullable Set<@NotNull MergedField> fromMerged) {}

    public record UndoMerge(@NotBlank @Size(max = 500) String reason) {}

    /// What a merge would do.
    ///
    /// @param moving          what was recorded under the record that goes, and its number of phones
    /// @param choices         where both differ
    /// @param firstConsultant of whoever knew the person first (COM-1)
    /// @param bought          whether the customer will be among the buyers
    public record MergePreview(List<Moving> moving, List<Choice> choices, String firstConsultant, boolean bought) {}

    /// @param what e.g. VISITS, FOLLOW_UPS, PHONES
    public record Moving(String what, long count) {}

    /// @param stays as this record has it; `goes` as the other one has it
    public record Choice(
            MergedField field,
            @Nullable String stays,
            @Nullable String goes) {}

    /// @param into   the record that it went into
    /// @param reason for the customer's owner and the site manager alone
    public record ShownMerge(
            UUID id, UUID merged, UUID into, @Nullable String reason, String mergedBy, Instant mergedAt) {
        static ShownMerge of(Merge merge, Texts.Reading read) {
            return new ShownMerge(
                    merge.id(),
                    merge.merged(),
                    merge.customer(),
                    read.of(merge.reason(), Merge.reasonOf(merge.id())),
                    merge.mergedBy(),
                    merge.mergedAt());
        }
    }

    private static final List<Offer> FOR_OTHERS = List.of(Offer.of(CustomerAction.MERGE, MergeResource.class, "merge"));

    @Inject
    Merges merges;

    @Inject
    MergingCustomers merging;

    @Inject
    UnmergingCustomers unmerging;

    @Inject
    Customers customers;

    @Inject
    ShowingCustomers showing;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary = "Make one record of two; both histories are the customer's from now on",
            description =
                    "This record stays, with its number and owner; the other one's phone, numbers and id lead here")
    public ShownCustomer merge(@PathParam("id") UUID id, @NotNull @Valid MergeCustomers request) {
        return showing.one(merging.merge(id, request));
    }

    @POST
    @Path("/{merge}/reversal")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary = "Undo a merge: the other record stands for itself again, and is its former owner's",
            description =
                    "Within the project's days, and where it can be done exactly: neither has a deal, nothing that"
                            + " the merge changed was changed again, and no later merge rests on it")
    public ShownCustomer unmerge(
            @PathParam("id") UUID id, @PathParam("merge") UUID merge, @NotNull @Valid UndoMerge request) {
        return showing.one(unmerging.unmerge(id, merge, request.reason()));
    }

    @GET
    @Path("/preview")
    @Snapshot
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "What a merge would move, with counts, and where both records differ; nothing is changed")
    public MergePreview preview(@PathParam("id") UUID id, @NotNull @QueryParam("merged") UUID merged) {
        return merging.preview(id, merged);
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "Which records went into the customer, why, and who decided")
    public Page<ShownMerge> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        var customer = customers.get(caller.scope(), id);
        var read = texts.of(customer);
        return merges.of(customer, page).map(merge -> ShownMerge.of(merge, read));
    }
}
