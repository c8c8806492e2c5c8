package org.anchang.customer.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NeighboursRulesTest {
    private final Neighbours neighbours = new Neighbours();

    @Test
    @DisplayName(
            "nobody waits longer for a neighbour who keeps silent than a screen may wait; what others say is there")
    void silent() {
        neighbours.patience = Duration.ofMillis(100);
        neighbours.approvals = approvals(new CompletableFuture<>());
        neighbours.holds = (_, _, _) -> {
            throw new IllegalStateException("cannot even be asked");
        };
        var due = new DealClient.DueStage(DealClient.Stage.RESERVED, 3, 1, List.of());
        neighbours.deals = _ -> CompletableFuture.completedFuture(new DealClient.DueStages(List.of(due)));

        var answered = neighbours.asked("songfeng", 20, true);

        assertThat(answered.unanswered()).containsExactlyInAnyOrder(Neighbour.APPROVALS, Neighbour.HOLDS);
        assertThat(answered.waiting()).containsExactly(new Neighbours.Waiting(DayKind.TOP_UP, 3, 1, List.of()));
    }

    /// No class of its own: the interface document would take the client for a resource.
    private static ApprovalClient approvals(CompletableFuture<ApprovalClient.Tasks> tasks) {
        var counts = CompletableFuture.completedFuture(new ApprovalClient.Counts(List.of()));
        return (ApprovalClient) Proxy.newProxyInstance(
                ApprovalClient.class.getClassLoader(),
                new Class<?>[] {ApprovalClient.class},
                (_, method, _) -> method.getName().equals("tasks") ? tasks : counts);
    }
}
