package org.anchang.kit.identity;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who asks. A person is known by the user name of the token, which the identity provider does not let change.
@RequestScoped
public class Caller {
    /// A consultant who holds none of these sees own customers and deals only. Engineering and the cost
    /// auditor see what they are asked to sign, not what everybody buys.
    private static final List<String> SEES_WHOLE_PROJECT = List.of(
            Role.SITE_MANAGER,
            Role.SALES_SUPERVISOR,
            Role.SALES_MANAGER,
            Role.SALES_STATISTICIAN,
            Role.FINANCE,
            Role.GENERAL_MANAGER,
            Role.ADMINISTRATOR);

    private static final HeldPosts NO_POSTS = new HeldPosts(Map.of());

    @Inject
    SecurityIdentity identity;

    private @Nullable String cause;
    private @Nullable String personBehind;
    private Collection<String> asked = Role.OF_PEOPLE;
    private @Nullable Scope scope;

    /// The user name; for an effect of an event or a sweep, which one.
    public String name() {
        if (cause != null) {
            return cause;
        }
        return identity.isAnonymous() ? "system" : identity.getPrincipal().getName();
    }

    /// What people call the caller, as the token says; null where it does not.
    public @Nullable String fullName() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("name") : null;
    }

    /// When the token ends by which the caller is known; never for who has none.
    public Instant knownUntil() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }

    /// The person who asks; for an effect of an event, the one who did what it tells; for a sweep, the one
    /// who planned it. Null where nobody did.
    public @Nullable String person() {
        if (cause != null) {
            return personBehind;
        }
        return identity.isAnonymous() ? null : name();
    }

    /// For a history that people read: the person, and where there is none what [#name] says.
    public String actor() {
        var person = person();
        return person == null ? name() : person;
    }

    /// What makes this request context act where no person's command does: an event, or a sweep.
    public @Nullable String cause() {
        return cause;
    }

    /// Whether the caller holds one of these roles in the project.
    public boolean holds(String project, String... roles) {
        return isAny(posts().in(project), List.of(roles));
    }

    /// Whether the caller holds one of these roles in any project; only for what belongs to none, and to keep somebody
    /// out.
    public boolean holdsSomewhere(String... roles) {
        return isAny(posts().roles(), List.of(roles));
    }

    public HeldPosts posts() {
        var held = HeldRoles.posts(identity);
        return held == null ? NO_POSTS : held;
    }

    /// SEC-1: what the caller may see: the projects of a post that may ask for this. Of each a consultant sees what is
    /// own; who has another post there besides sees all.
    public Scope scope() {
        var known = scope;
        if (known == null) {
            var posts = posts();
            var asking = posts.where(roles -> isAny(roles, asked));
            var whole = asking.stream()
                    .filter(project -> isAny(posts.in(project), SEES_WHOLE_PROJECT))
                    .collect(Collectors.toSet());
            known = new Scope(name(), whole, asking);
            // Who is not signed in yet may be so later in the request.
            scope = identity.isAnonymous() ? null : known;
        }
        return known;
    }

    /// SEC-1: another project's things do not exist for this caller; in one's own one hears of a missing role.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ROLE_NOT_ALLOWED
    public void mustBeBoundTo(String project) {
        refuseIf(posts().in(project).isEmpty(), KitRefusal.NOT_FOUND);
        refuseUnless(scope().covers(project), KitRefusal.ROLE_NOT_ALLOWED);
    }

    /// The request is for holders of these roles: what they may not see by them is out of [#scope()].
    void asksAs(Collection<String> roles) {
        asked = roles;
        scope = null;
    }

    /// From now on this request context works on behalf of an event or a sweep.
    public void actFor(String source) {
        cause = source;
        personBehind = null;
        scope = null;
    }

    /// Whose doing the event is that this request context works for, if it tells; or who planned what a
    /// sweep does.
    public void inTheNameOf(@Nullable String person) {
        personBehind = person;
    }

    private static boolean isAny(Set<String> held, Collection<String> roles) {
        return roles.stream().anyMatch(held::contains);
    }
}
