package org.anchang.customer.staff.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// The part of Keycloak's administration interface that groups and their members need; asked as the service account
/// `anchang-staff`. Paths follow `/admin/realms/{realm}`.
@RegisterRestClient(configKey = "accounts")
@OidcClientFilter
@Path("/")
@Timeout(value = 20, unit = ChronoUnit.SECONDS)
interface KeycloakClient {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Group(String id, String name, @Nullable String path) {}

    record GroupName(String name) {}

    record NewUser(String username, String firstName, boolean enabled, boolean emailVerified) {}

    record Password(String type, String value, boolean temporary) {}

    /// As Keycloak writes them: what is changed is sent back whole.
    @GET
    @Path("/users")
    List<ObjectNode> users(@QueryParam("username") String name, @QueryParam("exact") boolean exact);

    @POST
    @Path("/users")
    void create(NewUser user);

    @PUT
    @Path("/users/{id}")
    void update(@PathParam("id") String id, ObjectNode user);

    @PUT
    @Path("/users/{id}/reset-password")
    void reset(@PathParam("id") String id, Password password);

    @POST
    @Path("/users/{id}/logout")
    void endSessions(@PathParam("id") String id);

    @GET
    @Path("/users/{id}/groups")
    List<Group> groupsOf(@PathParam("id") String id, @QueryParam("max") int max);

    @PUT
    @Path("/users/{id}/groups/{group}")
    void join(@PathParam("id") String id, @PathParam("group") String group);

    @DELETE
    @Path("/users/{id}/groups/{group}")
    void leave(@PathParam("id") String id, @PathParam("group") String group);

    @GET
    @Path("/groups")
    List<Group> topGroups(@QueryParam("search") String name, @QueryParam("exact") boolean exact);

    @POST
    @Path("/groups")
    void createTop(GroupName group);

    @GET
    @Path("/groups/{id}/children")
    List<Group> children(@PathParam("id") String id, @QueryParam("first") int first, @QueryParam("max") int max);

    @POST
    @Path("/groups/{id}/children")
    void createChild(@PathParam("id") String id, GroupName group);

    @GET
    @Path("/groups/{id}/members")
    List<ObjectNode> members(@PathParam("id") String id, @QueryParam("first") int first, @QueryParam("max") int max);

    @ClientExceptionMapper
    static RuntimeException answer(Response response) {
        var said = response.hasEntity() ? response.readEntity(String.class) : "";
        return new KeycloakAnswer(response.getStatus(), said);
    }
}
