package org.anchang.kit.clock;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Where requests may say when it is, they are taken at their word; see [OfficeClock].
public class ToldMoment {
    @Inject
    OfficeClock clock;

    @ServerRequestFilter
    public void read(ContainerRequestContext request) {
        clock.setAsTold(request::getHeaderString);
    }
}
