package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class InboxTest {
    @Inject
    EntityManager database;

    private final UUID customer = UUID.randomUUID();
    private Neighbour neighbour;

    @BeforeEach
    void open() {
        neighbour = new Neighbour(CustomerEvent.TOPIC);
    }

    @AfterEach
    void close() {
        CustomerEchoes.indigestible = false;
        neighbour.close();
    }

    @Test
    @DisplayName("an event that comes twice has its effect once")
    void twice() {
        neighbour.tells(event("1"), 1);
        neighbour.tells(event("1"), 1);
        neighbour.tells(event("2"), 2);

        echoed("1", "2");
    }

    @Test
    @DisplayName(
            "after a gap the aggregate waits, others go on, and it goes on in order once the missing event is there")
    void gap() {
        var other = UUID.randomUUID();
        neighbour.tells(event("1"), 1);
        neighbour.tells(event("3"), 3);
        neighbour.tells(event("4"), 4);
        neighbour.tells(new CustomerRegistered(
                other, "songfeng", Instant.now(), "other", "li.na", "WALK_IN", null, "张**", null, null));

        await().pollInSameThread().until(() -> echoes(other).equals(List.of("other")));
        await().pollInSameThread().until(() -> parked().size() == 2);
        assertThat(echoes(customer)).containsExactly("1");

        neighbour.tells(event("2"), 2);
        echoed("1", "2", "3", "4");
        assertThat(parked()).isEmpty();
    }

    @Test
    @DisplayName(
            "an indigestible event has no effect, is tried again, becomes a dead letter, and can be replayed in order")
    void poison() {
        CustomerEchoes.indigestible = true;
        neighbour.tells(event("1"), 1);
        neighbour.tells(event("POISON"), 2);
        neighbour.tells(event("3"), 3);

        await().pollInSameThread().until(() -> parked().contains(true));
        assertThat(echoes(customer)).containsExactly("1");

        CustomerEchoes.indigestible = false;
        var replay = "/operations/parked-events/" + CustomerEvent.TOPIC + "/" + customer + "/replay";
        var elsewhere =
                Ask.as(Person.withRole("admin.elsewhere", "administrator").in("elsewhere"));
        assertThat(elsewhere.get("/operations/parked-events").asString())
                .as("SEC-1 what waits of another project")
                .doesNotContain(customer.toString());
        assertThat(elsewhere.post(replay, "{}").statusCode()).isEqualTo(404);
        var replayed = Ask.as(Person.administrator()).post(replay, "{}");
        assertThat(replayed.statusCode()).isEqualTo(200);
        echoed("1", "POISON", "3");
        assertThat(parked()).isEmpty();
    }

    @Test
    @DisplayName("an event of a type that is newer than its reader is passed over and counts as a step")
    void unknownType() {
        neighbour.tells(event("1"), 1);
        neighbour.publish(customer, "CustomerEnthused", 2, "{\"customer\":\"" + customer + "\",\"how\":\"very\"}");
        neighbour.tells(event("3"), 3);

        echoed("1", "3");
    }

    @Test
    @DisplayName("an unreadable record does not stop the topic")
    void unreadable() {
        neighbour.publish(customer, "CustomerRegistered", 1, "not even JSON");
        var other = UUID.randomUUID();
        neighbour.tells(new CustomerRegistered(
                other, "songfeng", Instant.now(), "after", "li.na", "WALK_IN", null, "张**", null, null));

        await().pollInSameThread().until(() -> echoes(other).equals(List.of("after")));
    }

    @Test
    @DisplayName(
            "an event that meets the same conflict at every attempt parks its aggregate and does not stop the topic")
    void lastingConflict() {
        neighbour.tells(event("CLASH"), 1);
        for (int i = 0; i < 8; i++) {
            var other = UUID.randomUUID();
            neighbour.tells(new CustomerRegistered(
                    other, "songfeng", Instant.now(), "after", "li.na", "WALK_IN", null, "张**", null, null));
            await().pollInSameThread().until(() -> echoes(other).equals(List.of("after")));
        }

        // The others may have been read first: they are of other partitions.
        await().pollInSameThread().until(() -> parked().size() == 1);
        assertThat(echoes(customer)).isEmpty();
    }

    private CustomerRegistered event(String number) {
        return new CustomerRegistered(
                customer, "songfeng", Instant.now(), number, "li.na", "WALK_IN", null, "张**", null, null);
    }

    private void echoed(String... numbers) {
        await().pollInSameThread().until(() -> echoes(customer).equals(List.of(numbers)));
    }

    private List<String> echoes(UUID of) {
        List<?> found = database.createNativeQuery("SELECT number FROM echo WHERE customer = ?1 ORDER BY heard")
                .setParameter(1, of)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /// Whether each parked event of the customer is a dead letter.
    private List<Boolean> parked() {
        return Ask.as(Person.administrator())
                .get("/operations/parked-events")
                .jsonPath()
                .getList("findAll { it.aggregate == '" + customer + "' }.dead");
    }
}
