package org.anchang.console;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who is at the screen. To get here one has signed in: the framework sends whoever has not to the identity provider,
/// and tells scripts with 499 that they must (see `application.properties`).
@ApplicationScoped
class SignIn {
    private static final String HOME = "/console/";
    /// Pages of the console alone: nobody is led away by a link that begins here.
    private static final Pattern OWN_PAGE = Pattern.compile("/console/(?!api/)[\\w/?=&%.-]*");

    void routes(@Observes Router router) {
        router.get("/console/api/sign-in").handler(SignIn::goOn);
        router.get("/console/api/me").handler(SignIn::tell);
    }

    private static void goOn(RoutingContext context) {
        var asked = context.request().getParam("to");
        context.redirect(isOwnPage(asked) ? asked : HOME);
    }

    static boolean isOwnPage(@Nullable String address) {
        return address != null && OWN_PAGE.matcher(address).matches() && !address.contains("..");
    }

    /// From the ID token. The browser decides with it what to show; rights stay with the services.
    private static void tell(RoutingContext context) {
        var identity = QuarkusHttpUser.getSecurityIdentityBlocking(context, null);
        var token = (JsonWebToken) identity.getPrincipal();
        var posts = postsOf(token);
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("username", token.getName())
                        .put("name", nameOf(token))
                        .put("roles", all("role", posts))
                        .put("projects", all("project", posts))
                        .put("posts", new JsonArray(posts))
                        .toBuffer());
    }

    /// Chinese names are written without a blank between; a person without one has the name of the account.
    private static String nameOf(JsonWebToken token) {
        String name = token.getClaim("name");
        return name == null || name.isBlank() ? token.getName() : name;
    }

    /// Which roles where, as the identity provider names its groups: `/office/songfeng/consultant`. The project may be
    /// `*`, which is every one.
    private static List<JsonObject> postsOf(JsonWebToken token) {
        return texts(token.getClaim("posts")).stream()
                .map(path -> path.split("/", -1))
                .filter(parts -> parts.length == 4 && parts[1].equals("office"))
                .map(parts -> new JsonObject().put("project", parts[2]).put("role", parts[3]))
                .toList();
    }

    private static JsonArray all(String member, List<JsonObject> posts) {
        return new JsonArray(
                posts.stream().map(post -> post.getString(member)).distinct().toList());
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> all
                ? all.stream()
                        .map(one -> one instanceof JsonString text ? text.getString() : String.valueOf(one))
                        .toList()
                : List.of();
    }
}
