package org.anchang.customer.referral;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Texts;
import org.anchang.customer.referral.Introductions.Introducer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// REF-1: key persons (核心人物).
@Path("/api/v1/key-persons")
@RunOnVirtualThread
@Tag(name = "Referrals")
public class KeyPersonResource {
    /// @param name    in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param brought how many came through them, directly or not
    public record KeyPerson(UUID customer, String name, long brought) {}

    @Inject
    Introductions introductions;

    @Inject
    Texts texts;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "Customers through whom as many came as the project's setting asks, the most first")
    public Page<KeyPerson> listKeyPersons(@QueryParam("project") @NotBlank String project) {
        var threshold = settings.integer(project, CustomerSetting.KEY_PERSON_REFERRALS);
        var found = introductions.atLeast(caller.scope(), project, threshold);
        var names = texts.names(found.stream().map(Introducer::customer).toList());
        return new Page<>(
                found.stream()
                        .map(one ->
                                new KeyPerson(one.customer(), requireNonNull(names.get(one.customer())), one.brought()))
                        .toList(),
                null);
    }
}
