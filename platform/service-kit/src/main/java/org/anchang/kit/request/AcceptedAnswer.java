package org.anchang.kit.request;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// What a caller does not accept is not done for them: 406, before anything is. Where a method does not say what it
/// gives, it gives JSON, if anything; the framework itself would give whatever is asked for, a list as its `toString`.
public class AcceptedAnswer {
    /// A header that is none would fail only when the answer is written, what was asked for being done.
    @ServerRequestFilter(preMatching = true)
    public void mustBeReadable(ContainerRequestContext request) {
        accepted(request);
    }

    @ServerRequestFilter
    public void mustAcceptJson(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method.getReturnType() == void.class
                || method.isAnnotationPresent(Produces.class)
                || method.getDeclaringClass().isAnnotationPresent(Produces.class)) {
            return;
        }
        if (accepted(request).stream().noneMatch(AcceptedAnswer::takesJson)) {
            throw refuse(KitRefusal.NOT_ACCEPTABLE).with("gives", MediaType.APPLICATION_JSON);
        }
    }

    private static List<MediaType> accepted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw refuse(KitRefusal.NOT_ACCEPTABLE)
                    .with("gives", MediaType.APPLICATION_JSON)
                    .with("header", HttpHeaders.ACCEPT);
        }
    }

    private static boolean takesJson(MediaType accepted) {
        var weight = Optional.ofNullable(accepted.getParameters().get("q")).orElse("1");
        return accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !weight.matches("0(\\.0*)?");
    }
}
