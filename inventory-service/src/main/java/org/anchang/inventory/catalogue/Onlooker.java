package org.anchang.inventory.catalogue;

import org.anchang.kit.identity.Caller;

/// SEC-1, INV-16: who looks at what happened in a project, as parameters of the statement that finds it.
///
/// @param all    sees whatever somebody did; else the caller's own, and how units themselves changed
/// @param caller the user name
public record Onlooker(boolean all, String caller) {
    public static Onlooker of(Caller caller, String project) {
        return new Onlooker(!caller.scope().ownOnly(project), caller.name());
    }
}
