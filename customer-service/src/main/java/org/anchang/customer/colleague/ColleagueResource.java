package org.anchang.customer.colleague;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What to show in place of user names, for answers of all services.
@Path("/api/v1/colleagues")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Colleagues")
public class ColleagueResource {
    @Inject
    Asking asking;

    @Inject
    Colleagues colleagues;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "What the people of the caller's projects are called, by user name",
            description = "Known are those who have asked here themselves, or registered or received a customer")
    public Page<Colleague> list(@Valid @BeanParam PageRequest page) {
        asking.before(colleagues::meetCaller);
        return colleagues.list(caller.scope(), page);
    }
}
