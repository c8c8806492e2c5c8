package org.anchang.customer.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Texts;
import org.anchang.customer.dossier.DossierValues.Entered;
import org.anchang.customer.dossier.consent.Consents.ConsentWay;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.ETags;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// CUS-4, CUS-6, CUS-7: one customer's dossier, for their owner and the site manager alone.
@Path("/api/v1/customers/{id}/dossier")
@RunOnVirtualThread
@Tag(name = "Dossiers")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
public class DossierResource {
    public record FillDossier(@NotEmpty @Size(max = 200) List<@NotNull @Valid EnterValue> values) {}

    /// @param given false: the customer takes it back
    /// @param way   how they said so
    public record RecordConsent(
            @NotNull Purpose purpose,
            @NotNull Boolean given,
            @NotNull ConsentWay way) {}

    /// A field of the template, and what it says.
    ///
    /// @param value  absent: nothing; where there may be several answers they are in `chosen`
    /// @param setBy  who entered it; absent for what is kept with the customer
    public record FieldOfDossier(
            DossierField field,
            @Nullable String value,
            List<String> chosen,
            @Nullable String setBy,
            @Nullable Instant setAt) {
        boolean saysSomething() {
            return value != null || !chosen.isEmpty();
        }
    }

    /// @param given   whether the customer agrees that such things are kept
    /// @param deleted when what was kept before is deleted, after consent was taken back
    public record ShownConsent(
            Purpose purpose,
            boolean given,
            @Nullable ConsentWay way,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt,
            @Nullable Instant deleted) {}

    /// @param version  of the dossier, its ETag
    /// @param template the version of the project's template
    /// @param percent  of the fields that say something
    /// @param missing  required fields that say nothing
    /// @param fields   those that the template shows, in its order
    public record DossierOfCustomer(
            UUID customer,
            String project,
            long version,
            int template,
            int percent,
            int filled,
            int missing,
            List<FieldOfDossier> fields,
            List<ShownConsent> consents,
            List<Action> actions) {}

    @Inject
    FillingDossiers filling;

    @Inject
    ShowingDossiers showing;

    @Inject
    DossierValues values;

    @Inject
    KnownWell known;

    @Inject
    Texts texts;

    @GET
    @Snapshot
    @Operation(
            summary = "The dossier of a customer, in full, with the ETag to change it; each answer is kept as a look")
    public RestResponse<DossierOfCustomer> getDossier(@PathParam("id") UUID id) {
        return tagged(showing.one(known.get(id)));
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Enter what one has learnt, several fields at once, all or none. Takes If-Match",
            description = "Each value keeps who, when and the one before")
    public RestResponse<DossierOfCustomer> fillDossier(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") List<String> ifMatch,
            @NotNull @Valid FillDossier request) {
        return tagged(showing.written(filling.enter(id, ifMatch, request.values())));
    }

    @GET
    @Path("/history")
    @Snapshot
    @Operation(summary = "What a field said, or all of them: who and when, the latest first; kept as a look")
    public Page<Entered> getDossierHistory(
            @PathParam("id") UUID id, @QueryParam("field") @Nullable String field, @Valid @BeanParam PageRequest page) {
        var customer = known.get(id);
        texts.of(customer);
        return values.history(customer, field, page);
    }

    @POST
    @Path("/consents")
    @Idempotent
    @Operation(
            summary = "Record that the customer agrees that something is kept, or does not agree any more",
            description = "Taken back it hides at once, and deletes after the project's days (CONSENT_WITHDRAWN_DAYS)")
    public RestResponse<DossierOfCustomer> recordConsent(
            @PathParam("id") UUID id, @NotNull @Valid RecordConsent request) {
        return tagged(showing.written(filling.agree(id, request)));
    }

    private static RestResponse<DossierOfCustomer> tagged(DossierOfCustomer dossier) {
        return RestResponse.ResponseBuilder.ok(dossier)
                .tag(ETags.of(dossier.version()))
                .build();
    }
}
