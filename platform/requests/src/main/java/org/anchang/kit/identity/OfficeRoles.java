package org.anchang.kit.identity;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.HashSet;
import java.util.List;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// SEC-1: a method without roles is open to everybody of the office, and to nobody else whom the identity provider
/// knows; one with roles reaches no more than the projects in which the caller holds one of them. INV-13: whoever takes
/// the token of a screen off the wall can do no more with it than look.
public class OfficeRoles {
    @Inject
    Caller caller;

    @ServerRequestFilter
    public void refuseOthers(ResourceInfo asked) {
        if (isForAnybody(asked)) {
            return;
        }
        var isForWalls = isForWallScreens(asked);
        var isAllowed = caller.holdsSomewhere(Role.WALL_SCREEN)
                ? isForWalls
                : caller.holdsSomewhere(Role.OF_PEOPLE.toArray(String[]::new));
        refuseUnless(isAllowed, KitRefusal.ROLE_NOT_ALLOWED);
        var roles = new HashSet<>(rolesOf(asked));
        if (isForWalls) {
            roles.add(Role.WALL_SCREEN);
        }
        caller.asksAs(roles);
    }

    private static List<String> rolesOf(ResourceInfo asked) {
        var named = asked.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (named == null) {
            named = asked.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        return named == null ? Role.OF_PEOPLE : List.of(Role.each(named.value()));
    }

    private static boolean isForAnybody(ResourceInfo asked) {
        return asked.getResourceMethod().isAnnotationPresent(ForAnybody.class)
                || asked.getResourceClass().isAnnotationPresent(ForAnybody.class);
    }

    private static boolean isForWallScreens(ResourceInfo asked) {
        return asked.getResourceMethod().isAnnotationPresent(ForWallScreens.class)
                || asked.getResourceClass().isAnnotationPresent(ForWallScreens.class);
    }
}
