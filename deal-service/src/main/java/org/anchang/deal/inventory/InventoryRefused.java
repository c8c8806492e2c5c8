package org.anchang.deal.inventory;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;

/// inventory's "no", as inventory worded it.
final class InventoryRefused {
    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance");

    private InventoryRefused() {}

    static HttpProblem problem(Response response) {
        var problem = HttpProblem.builder().withStatus(response.getStatus());
        var members = members(response);
        problem.withTitle(String.valueOf(members.getOrDefault("title", "inventory-service refused")));
        members.forEach((name, value) -> {
            if (!STANDARD.contains(name)) {
                problem.with(name, value);
            }
        });
        return problem.build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Response response) {
        try {
            return response.readEntity(Map.class);
        } catch (ProcessingException | IllegalStateException e) {
            return Map.of();
        }
    }
}
