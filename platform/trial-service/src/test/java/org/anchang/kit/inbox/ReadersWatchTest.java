package org.anchang.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.anchang.test.OfficeBacking;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ReadersWatchTest {
    @Test
    @DisplayName("OPS-1 topics that nobody of the group reads are named")
    void nobodyReads() {
        var seen = seen(watch -> watch.group = "nobody");

        assertThat(seen.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(seen.getData().orElseThrow()).containsKeys("customer-events", "deal-events");
        assertThat(seen.getData().orElseThrow().get("deal-events").toString()).startsWith("nobody of the group nobody");
    }

    @Test
    @DisplayName("OPS-1 a broker that was never there, and one whose name nobody knows, are said so")
    void noBroker() {
        for (var nowhere : new String[] {"127.0.0.1:1", "no.such.host.invalid:9092"}) {
            var seen = seen(watch -> {
                watch.broker = Map.of("bootstrap.servers", nowhere);
                watch.answersWithinMillis = 500;
            });

            assertThat(seen.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(seen.getData().orElseThrow().get("broker").toString()).startsWith("does not answer");
        }
    }

    @Test
    @DisplayName("OPS-1 wrong credentials and a missing right are told apart from a broker that is away")
    void refused() {
        assertThat(ReadersWatch.words(new SaslAuthenticationException("invalid credentials")))
                .startsWith("refuses the credentials");
        assertThat(ReadersWatch.words(new TopicAuthorizationException("deal-events")))
                .startsWith("refuses this service a right");
    }

    private static HealthCheckResponse seen(Consumer<ReadersWatch> otherwise) {
        var bean = Arc.container().instance(ReadersWatch.class).getBean();
        var watch = bean.create(Arc.container().beanManager().createCreationalContext(bean));
        watch.patience = Duration.ZERO;
        otherwise.accept(watch);
        watch.look();
        var answer = watch.call();
        watch.stop(new ShutdownEvent());
        return answer;
    }
}
