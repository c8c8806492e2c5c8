package org.anchang.kit.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;

/// Tells callers who they are; a method without roles, open to whoever is signed in.
@Path("/api/v1/callers")
public class CallerResource {
    public record Seen(String name, Set<String> roles, Set<String> whole, Set<String> own) {}

    @Inject
    Caller caller;

    @GET
    public Seen me() {
        var scope = caller.scope();
        return new Seen(caller.name(), caller.posts().roles(), scope.whole(), scope.own());
    }

    @GET
    @Path("/{project}/managers")
    @RolesAllowed(Role.SITE_MANAGER)
    public void managing(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
    }

    @GET
    @Path("/{project}")
    @ForWallScreens
    public void in(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
    }
}
