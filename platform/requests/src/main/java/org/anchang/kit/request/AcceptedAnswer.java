package org.anchang.kit.request;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// What a caller does not accept is not done for them: 406, before anything is. Where a method does not say what it
/// gives, it gives JSON, if anything; the framework itself would give whatever is asked for, a list as its `toString`.
public class AcceptedAnswer {
    private static final Pattern NOT_AT_ALL = Pattern.compile("0(\\.0*)?");

    /// A header that is none would fail only when the answer is written, what was asked for being done.
    @ServerRequestFilter(preMatching = true)
    public void mustBeReadable(ContainerRequestContext request) {
        accepted(request);
    }

    @ServerRequestFilter
    public void mustTakeWhatIsGiven(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method.getReturnType() == void.class) {
            return;
        }
        var given = given(method);
        if (accepted(request).stream().noneMatch(accepted -> takesOneOf(given, accepted))) {
            throw refuse(KitRefusal.NOT_ACCEPTABLE).with("gives", given);
        }
    }

    private static List<String> given(Method method) {
        var own = method.getAnnotation(Produces.class);
        var produces = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
        return produces == null ? List.of(MediaType.APPLICATION_JSON) : List.of(produces.value());
    }

    private static List<MediaType> accepted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (RuntimeException e) {
            // The framework says it in several ways.
            throw refuse(KitRefusal.NOT_ACCEPTABLE);
        }
    }

    private static boolean takesOneOf(List<String> given, MediaType accepted) {
        return !NOT_AT_ALL
                        .matcher(accepted.getParameters().getOrDefault("q", "1"))
                        .matches()
                && given.stream().anyMatch(type -> accepted.isCompatible(MediaType.valueOf(type)));
    }
}
