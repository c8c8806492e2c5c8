package org.anchang.kit.identity;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who asks. A person is known by the user name of the token, which the identity provider does not let change.
@RequestScoped
public class Caller {
    /// A token binds its bearer to every project by this name in its `projects` claim.
    public static final String EVERY_PROJECT = "*";

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

    @Inject
    SecurityIdentity identity;

    private @Nullable String cause;
    private @Nullable String personBehind;
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

    /// Whether the caller holds one of these roles.
    public boolean holds(String... roles) {
        for (var role : roles) {
            if (identity.hasRole(role)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the caller holds any role of a sales office.
    public boolean isOfTheOffice() {
        return holds(Role.CONSULTANT, Role.ENGINEERING, Role.COST_AUDITOR) || seesWholeProject();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /// SEC-1: what the caller may see.
    public Scope scope() {
        var known = scope;
        if (known == null) {
            var projects = projects();
            known = new Scope(name(), projects, projects.contains(EVERY_PROJECT), !seesWholeProject());
            // Who is not signed in yet may be so later in the request.
            scope = identity.isAnonymous() ? null : known;
        }
        return known;
    }

    /// SEC-1: another project's things do not exist for this caller.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public void mustBeBoundTo(String project) {
        refuseUnless(scope().covers(project), KitRefusal.NOT_FOUND);
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

    private boolean seesWholeProject() {
        return holds(SEES_WHOLE_PROJECT.toArray(String[]::new));
    }

    private Set<String> projects() {
        var projects = new HashSet<String>();
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object claim = token.getClaim("projects");
            switch (claim) {
                case null -> {}
                case JsonArray array -> array.forEach(value -> projects.add(((JsonString) value).getString()));
                case Collection<?> values -> values.forEach(value -> projects.add(value.toString()));
                default -> projects.add(claim.toString());
            }
        }
        return projects;
    }
}
