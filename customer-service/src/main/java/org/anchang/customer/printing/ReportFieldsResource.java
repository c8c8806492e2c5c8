package org.anchang.customer.printing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.Gender;
import org.anchang.customer.Texts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// PAP-1: what the deal report (客户成交报告) takes from here at the moment it is printed, asked for by deal-service with
/// the token of the person who prints, within that person's rights. Nothing of it travels by events.
@Path("/api/v1/customers/{id}/report-fields")
@RunOnVirtualThread
@RolesAllowed(Role.SALES)
@Tag(name = "Papers")
public class ReportFieldsResource {
    /// @param number     客户编号
    /// @param gender     for all who see the customer, as are visits and source
    /// @param source     by what they heard of the project, in the words of the printed form
    /// @param firstVisit the day of the first visit
    /// @param dossier    by the keys of its fields, as they are kept; for the customer's owner and the site manager
    ///     alone, without what may not be kept, and absent for others
    public record ReportFields(
            UUID customer,
            String project,
            String number,
            @Nullable Gender gender,
            @Nullable String source,
            int visits,
            @Nullable LocalDate firstVisit,
            @Nullable Map<String, String> dossier) {}

    @Inject
    Customers customers;

    @Inject
    CustomerContent content;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary = "What the deal report says of a customer; what the dossier says is for their owner and the site"
                    + " manager, and kept as a look")
    public ReportFields reportFields(@PathParam("id") UUID id) {
        var customer = customers.get(caller.scope(), id);
        var visiting = content.visiting(customer);
        // Leaves the look before anything is told, and none where nothing is.
        texts.of(customer);
        var first = visiting.first();
        return new ReportFields(
                customer.id(),
                customer.project(),
                customer.number(),
                customer.gender(),
                customer.source(),
                visiting.times(),
                first == null ? null : OfficeClock.dateOf(first),
                content.isReadInFull(customer) ? content.reported(customer) : null);
    }
}
