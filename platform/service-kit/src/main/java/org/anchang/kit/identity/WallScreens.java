package org.anchang.kit.identity;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// INV-13: whoever takes the token of a screen off the wall can do no more with it than look. A method without roles
/// is open to whoever is signed in, but not to a screen.
public class WallScreens {
    @Inject
    Caller caller;

    @ServerRequestFilter
    public void refuseWhatIsNotForThem(ResourceInfo asked) {
        refuseIf(caller.holds(Role.WALL_SCREEN) && !isForThem(asked), KitRefusal.ROLE_NOT_ALLOWED);
    }

    private static boolean isForThem(ResourceInfo asked) {
        return asked.getResourceMethod().isAnnotationPresent(ForWallScreens.class)
                || asked.getResourceClass().isAnnotationPresent(ForWallScreens.class);
    }
}
