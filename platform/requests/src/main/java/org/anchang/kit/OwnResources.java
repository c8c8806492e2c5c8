package org.anchang.kit;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The kit's resources that every service has under a name of its own, e.g. `deal-settings` and `deal-looks`.
@ApplicationScoped
public class OwnResources {
    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /// @param resource first segment of the path behind `/api/v1`
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where it is another service's
    public void mustBeOurs(String resource) {
        var owner = resource.substring(0, resource.lastIndexOf('-')) + "-service";
        refuseUnless(service.equals(owner), KitRefusal.NOT_FOUND);
    }
}
