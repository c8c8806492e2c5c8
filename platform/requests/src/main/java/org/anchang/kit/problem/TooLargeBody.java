package org.anchang.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A body that says beforehand that it is too large is not read at all. The framework would say so without a word.
@ApplicationScoped
class TooLargeBody {
    private static final int BEFORE_THE_FRAMEWORK = 100;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize most;

    @Inject
    Words words;

    @Inject
    ObjectMapper json;

    void look(@Observes Filters filters) {
        filters.register(this::look, BEFORE_THE_FRAMEWORK);
    }

    private void look(RoutingContext request) {
        if (length(request) > most.asLongValue()) {
            // What is on its way is not read, so nothing can follow it.
            request.response()
                    .setStatusCode(KitRefusal.TOO_LARGE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(problem(request))
                    .onComplete(_ -> request.request().connection().close());
        } else {
            request.next();
        }
    }

    private static long length(RoutingContext request) {
        try {
            var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private String problem(RoutingContext request) {
        var refusal = KitRefusal.TOO_LARGE;
        var language = Words.chosenBy(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:anchang:problem:too-large");
        problem.put("status", refusal.status());
        problem.put("title", words.of(refusal.name(), Map.of(), language));
        problem.put("code", refusal.name());
        problem.put("rule", refusal.rule().id());
        problem.put("mostBytes", most.asLongValue());
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
