package org.anchang.kit.openapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.ETags;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Every kind of operation, to see how the interface document shows it.
@Path("/api/v1/plans")
@RolesAllowed(Role.ENGINEERING)
public class PlanResource {
    public record Plan(
            UUID id,
            @NotNull @DecimalMin("0.01") BigDecimal area,
            @NotNull Money price) {}

    @GET
    @Path("/{id}")
    public Plan get(@PathParam("id") UUID id) {
        return new Plan(id, new BigDecimal("89.56"), Money.of("1.00"));
    }

    public record Part(String name, @Nullable String colour) {}

    public record DatedPlan(
            Plan plan, List<Part> parts, @Nullable LocalDate on) {}

    @GET
    public Page<DatedPlan> list() {
        return new Page<>(List.of(), null);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    public Plan draw(@NotNull @Valid Plan plan) {
        return plan;
    }

    @PUT
    @Path("/{id:[0-9a-f-]+}")
    public Plan put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") List<String> ifMatch, @NotNull @Valid Plan plan) {
        ETags.match(ifMatch, 1);
        return new Plan(id, plan.area(), plan.price());
    }

    @Schema(
            oneOf = {Square.class, Circle.class},
            discriminatorProperty = "type",
            discriminatorMapping = {
                @DiscriminatorMapping(value = "SQUARE", schema = Square.class),
                @DiscriminatorMapping(value = "CIRCLE", schema = Circle.class)
            })
    public sealed interface Shape {}

    public record Square(int side) implements Shape {}

    public record Circle(int radius) implements Shape {}

    @GET
    @Path("/{id}/shape")
    public Shape shape(@PathParam("id") UUID id) {
        return new Square(1);
    }

    @GET
    @Path("/{id}/drawing")
    @Produces({"application/pdf", "image/svg+xml"})
    public Response drawing(@PathParam("id") UUID id) {
        return Response.ok().build();
    }

    @POST
    @Path("/{id}/withdrawals")
    @Idempotent
    public void withdraw(@PathParam("id") UUID id) {}
}
