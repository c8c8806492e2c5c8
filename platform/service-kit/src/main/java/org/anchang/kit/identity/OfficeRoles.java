package org.anchang.kit.identity;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// SEC-1: a method without roles is open to everybody of the office, and to nobody else whom the identity provider
/// knows. INV-13: whoever takes the token of a screen off the wall can do no more with it than look.
public class OfficeRoles {
    @Inject
    Caller caller;

    @ServerRequestFilter
    public void refuseOthers(ResourceInfo asked) {
        var isAllowed = caller.holds(Role.WALL_SCREEN) ? isForWallScreens(asked) : caller.isOfTheOffice();
        refuseUnless(isAllowed, KitRefusal.ROLE_NOT_ALLOWED);
    }

    private static boolean isForWallScreens(ResourceInfo asked) {
        return asked.getResourceMethod().isAnnotationPresent(ForWallScreens.class)
                || asked.getResourceClass().isAnnotationPresent(ForWallScreens.class);
    }
}
