package org.anchang.kit.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;

/// Tells callers who they are; a method without roles, open to whoever is signed in.
@Path("/api/v1/callers")
public class CallerResource {
    public record Seen(String name, Set<String> roles, Scope scope) {}

    @Inject
    Caller caller;

    @GET
    public Seen me() {
        return new Seen(caller.name(), caller.roles(), caller.scope());
    }

    @GET
    @Path("/{project}")
    @ForWallScreens
    public void in(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
    }
}
