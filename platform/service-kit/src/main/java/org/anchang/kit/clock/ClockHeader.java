package org.anchang.kit.clock;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Reads `X-Office-Clock`; refuses it where the clock is not for callers to set.
public class ClockHeader {
    static final String NAME = "X-Office-Clock";

    @Inject
    OfficeClock clock;

    @ServerRequestFilter
    public void read(ContainerRequestContext request) {
        var value = request.getHeaderString(NAME);
        if (value == null) {
            return;
        }
        if (!clock.isSettable()) {
            throw refuse(KitRefusal.CLOCK_IS_NOT_SETTABLE);
        }
        try {
            var moment = OffsetDateTime.parse(value).toInstant();
            refuseUnless(OfficeYears.have(moment), KitRefusal.CLOCK_NOT_UNDERSTOOD);
            clock.set(moment);
        } catch (DateTimeException e) {
            throw refuse(KitRefusal.CLOCK_NOT_UNDERSTOOD);
        }
    }
}
