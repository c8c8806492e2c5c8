package org.anchang.customer.correction;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Gender;
import org.anchang.customer.Texts;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
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

/// CUS-10: what is known of a person is put right, by the owner or the site manager.
@Path("/api/v1/customers/{id}")
@RunOnVirtualThread
@Tag(name = "Customers")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
public class CorrectionResource implements OfferSource {
    /// All that is known, as it is right; what is left out is not known.
    ///
    /// @param source       one of the project's dictionary, or the one that is known
    /// @param broker       who of a partner brought them
    /// @param registration the partner's registration of them (报备)
    /// @param introducedBy the customer who brought this one; needed for a referral
    /// @param reason       why it was not right before
    public record CorrectCustomer(
            @NotBlank @OneLine @Size(max = 100) String name,
            @Nullable Gender gender,
            @NotNull Channel channel,
            @Nullable @Size(max = 40) String source,
            @Nullable UUID introducedBy,
            @Nullable @Size(max = 2000) String note,
            @Nullable @OneLine @Size(max = 100) String broker,
            @Nullable @OneLine @Size(max = 100) String registration,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param phone with its extension, if it has one
    public record AddPhone(
            @NotBlank @Size(max = 40) String phone,
            @NotBlank @Size(max = 500) String reason) {}

    public record RetirePhone(@NotBlank @Size(max = 500) String reason) {}

    /// @param field  NAME, GENDER, CHANNEL, SOURCE, INTRODUCER (by number), NOTE, PHONE, BROKER or REGISTRATION
    /// @param before absent: nothing was known
    /// @param after  absent: nothing is known any more
    public record ShownCorrection(
            UUID id,
            String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            String correctedBy,
            Instant correctedAt) {
        static ShownCorrection of(Correction correction, Texts.Reading read) {
            return new ShownCorrection(
                    correction.id(),
                    correction.field().name(),
                    read.of(correction.beforeValue(), Correction.place(correction.id(), "before_value")),
                    read.of(correction.afterValue(), Correction.place(correction.id(), "after_value")),
                    read.of(correction.reason(), Correction.place(correction.id(), "reason")),
                    correction.correctedBy(),
                    correction.correctedAt());
        }
    }

    private static final List<Offer> FOR_OTHERS = List.of(
            Offer.of(CustomerAction.CORRECT, CorrectionResource.class, "correct"),
            Offer.of(CustomerAction.ADD_PHONE, CorrectionResource.class, "addPhone"),
            Offer.of(CustomerAction.RETIRE_PHONE, CorrectionResource.class, "retirePhone"));

    @Inject
    Corrections corrections;

    @Inject
    CorrectingCustomers correcting;

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
    @Path("/corrections")
    @Idempotent
    @Operation(
            summary = "Put right what is known of a person: name, gender, channel, note. Takes If-Match",
            description = "The number stays as it was given, whatever the name; owner and first consultant stay too")
    public ShownCustomer correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") List<String> ifMatch,
            @NotNull @Valid CorrectCustomer request) {
        return showing.one(correcting.correct(id, ifMatch, request));
    }

    @GET
    @Path("/corrections")
    @Snapshot
    @Operation(summary = "What was put right: before and after, who, when and why; the oldest first")
    public Page<ShownCorrection> corrections(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        var customer = customers.get(caller.scope(), id);
        var read = texts.of(customer);
        return corrections.of(customer, page).map(correction -> ShownCorrection.of(correction, read));
    }

    @POST
    @Path("/phones")
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Write down a further phone, or the first of a visitor who gave none")
    public ShownCustomer addPhone(@PathParam("id") UUID id, @NotNull @Valid AddPhone request) {
        return showing.one(correcting.add(id, request.phone(), request.reason()));
    }

    @POST
    @Path("/phones/{phone}/retirement")
    @Idempotent
    @Operation(summary = "A number is wrong, or not the customer's any more: it finds nobody, and may be another's")
    public ShownCustomer retirePhone(
            @PathParam("id") UUID id, @PathParam("phone") UUID phone, @NotNull @Valid RetirePhone request) {
        return showing.one(correcting.retire(id, phone, request.reason()));
    }
}
