package org.anchang.customer.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// CUS-1: the door for every contact.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Customers")
public class RegistrationResource {
    /// @param phone        left out where the visitor gives none (CUS-10); partly hidden, as `138****8000`, it finds a
    ///                     customer and makes none
    /// @param source       one of the project's dictionary
    /// @param broker       who of a partner brought them, by name
    /// @param registration the number or word by which the partner registered them with the office (报备)
    /// @param introducedBy the customer who brought this one; needed for a referral
    /// @param owner        left out: the consultant who registers; another consultant only by the site manager, who
    ///                     must name one
    public record RegisterCustomer(
            @NotBlank String project,
            @NotBlank @OneLine @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @NotNull Channel channel,
            @Nullable @Size(max = 40) String source,
            @Nullable UUID introducedBy,
            @Nullable Gender gender,
            @Nullable @Size(max = 100) String owner,
            @Nullable @Size(max = 2000) String note,
            @Nullable @OneLine @Size(max = 100) String broker,
            @Nullable @OneLine @Size(max = 100) String registration) {}

    @Inject
    RegisteringCustomer registering;

    @POST
    @Idempotent(asksFirst = true)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary = "Register a contact; a phone that the project knows finds its customer and owner",
            description =
                    "Without a phone it is a new customer always, whose phone can be written down when it is known")
    @APIResponse(
            responseCode = "201",
            description = "A new customer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ShownCustomer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The phone was known: its customer, and whose it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ShownCustomer.class)))
    public RestResponse<ShownCustomer> register(@NotNull @Valid RegisterCustomer request) {
        return registering.register(request);
    }
}
