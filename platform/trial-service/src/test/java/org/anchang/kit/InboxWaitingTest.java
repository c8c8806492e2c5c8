package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.VoidRefused;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class InboxWaitingTest {
    @Test
    @DisplayName(
            "the only event of an aggregate waits for another stream, is tried again, and never becomes a dead letter")
    void firstEventWaits() {
        var approval = UUID.randomUUID();
        ApprovalEchoes.NOT_READY.add(approval);
        try (var neighbour = new Neighbour(ApprovalEvent.TOPIC)) {
            neighbour.tells(new VoidRefused(
                    approval, "songfeng", Instant.now(), UUID.randomUUID(), UUID.randomUUID(), "not now"));

            // More often than `anchang.inbox.attempts`.
            await().until(() -> Collections.frequency(ApprovalEchoes.TRIED, approval) > 7);
            var parked = Ask.as(Person.administrator()).get("/operations/parked-events");
            assertThat(parked.jsonPath().<Boolean>getList("findAll { it.aggregate == '" + approval + "' }.dead"))
                    .containsExactly(false);
            ApprovalEchoes.NOT_READY.remove(approval);

            await().until(() -> ApprovalEchoes.READ.contains(approval));
            assertThat(Collections.frequency(ApprovalEchoes.READ, approval)).isEqualTo(1);
        }
    }
}
