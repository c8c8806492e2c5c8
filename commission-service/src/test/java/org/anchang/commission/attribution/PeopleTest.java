package org.anchang.commission.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.Consequences.Given;
import org.anchang.kit.people.Consequences.Standing;
import org.anchang.kit.people.OwnedCustomer;
import org.anchang.kit.people.People;
import org.anchang.kit.people.People.Meeting;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PeopleTest {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    private static final class Followed implements Consequences {
        private final List<Record> what = new ArrayList<>();

        @Override
        public void given(Given given) {
            what.add(given);
        }

        @Override
        public void stand(List<Standing> standings) {
            what.addAll(standings);
        }
    }

    @Inject
    People people;

    private final Followed followed = new Followed();

    @Test
    @DisplayName(
            "SEC-1 a customer is another's until one has received them in the owner's place, and after they are given")
    void whoseTheyAre() {
        var customer = registered("li.na");

        assertThat(isAnothers("li.na", customer)).isFalse();
        assertThat(isAnothers("wang.wei", customer)).isTrue();
        heard(visit(customer, "wang.wei", "li.na"));
        assertThat(isAnothers("wang.wei", customer)).isFalse();
        assertThat(asked(() -> people.isAnothers(new Meeting("elsewhere", "li.na", customer))))
                .isTrue();

        heard(new CustomerReassigned(customer, "p1", AT, "li.na", "zhao.min", "left", "boss"));
        assertThat(isAnothers("li.na", customer)).isTrue();
        assertThat(isAnothers("zhao.min", customer)).isFalse();
        assertThat(followed.what).containsExactly(new Given(customer, "li.na", "zhao.min"));
    }

    @Test
    @DisplayName(
            "CUS-3 a record that was merged by mistake stands for itself again, with its owner, and what had gone into it")
    void unmerged() {
        var stays = registered("li.na");
        var goes = registered("wang.wei");
        var before = registered("wang.wei");
        heard(new CustomersMerged(goes, "p1", AT, before));
        heard(new CustomersMerged(stays, "p1", AT, goes));
        heard(new CustomersUnmerged(stays, "p1", AT, goes, List.of(before), "wang.wei", "li.na", AT, List.of()));

        assertThat(asked(() -> people.standing(goes))).isEqualTo(goes);
        assertThat(asked(() -> people.standing(before))).isEqualTo(goes);
        assertThat(isAnothers("li.na", before)).isTrue();
        assertThat(followed.what)
                .filteredOn(Standing.class::isInstance)
                .map(Standing.class::cast)
                .filteredOn(standing -> standing.now().customer().equals(goes))
                .contains(
                        new Standing(
                                goes,
                                new OwnedCustomer(stays, "p1", "li.na"),
                                new OwnedCustomer(goes, "p1", "wang.wei")),
                        new Standing(
                                before,
                                new OwnedCustomer(stays, "p1", "li.na"),
                                new OwnedCustomer(goes, "p1", "wang.wei")));
    }

    @Test
    @DisplayName(
            "REC-3 CUS-3 after a merge is undone who received one of the two in the owner's place acts for that one alone")
    void receptions() {
        var stays = registered("li.na");
        var goes = registered("wang.wei");
        heard(visit(goes, "sun.li", "wang.wei"));
        heard(new CustomersMerged(stays, "p1", AT, goes));
        var asOne = isAnothers("sun.li", stays);

        heard(new CustomersUnmerged(stays, "p1", AT, goes, List.of(), "wang.wei", "li.na", AT, List.of()));

        assertThat(asOne).isFalse();
        assertThat(isAnothers("sun.li", stays)).isTrue();
        assertThat(isAnothers("sun.li", goes)).isFalse();
    }

    @Test
    @DisplayName("CUS-6 a customer's name is known masked, and stays with whoever the customer is given to")
    void names() {
        var customer = registered("li.na");
        heard(new CustomerReassigned(customer, "p1", AT, "li.na", "zhao.min", "left", "boss"));

        assertThat(asked(() -> people.names(List.of(customer, UUID.randomUUID()))))
                .containsExactly(Map.entry(customer, "张**"));
    }

    @Test
    @DisplayName("CUS-10 a name that was put right is the customer's name here too, and nothing else changes")
    void corrected() {
        var customer = registered("li.na");

        heard(new CustomerCorrected(customer, "p1", AT, "章**", null, null, null));

        assertThat(asked(() -> people.names(List.of(customer)))).containsExactly(Map.entry(customer, "章**"));
        assertThat(isAnothers("li.na", customer)).isFalse();
        assertThat(followed.what).isEmpty();
    }

    @Test
    @DisplayName("SEC-1 a visit that the owner received is no right that outlives the ownership")
    void ownersVisit() {
        var customer = registered("li.na");
        heard(visit(customer, "li.na", "li.na"));

        heard(new CustomerReassigned(customer, "p1", AT, "li.na", "zhao.min", "left", "boss"));

        assertThat(isAnothers("li.na", customer)).isTrue();
    }

    @Test
    @DisplayName(
            "CUS-3 whatever went into a record, at whatever remove and in whatever order, leads to the one that stands")
    void mergedRecords() {
        var first = registered("li.na");
        var second = registered("wang.wei");
        var third = registered("zhao.min");
        heard(visit(first, "sun.li", "li.na"));

        heard(new CustomersMerged(third, "p1", AT, second));
        heard(new CustomersMerged(second, "p1", AT, first));

        assertThat(asked(() -> people.standing(first))).isEqualTo(third);
        assertThat(asked(() -> people.standing(second))).isEqualTo(third);
        assertThat(asked(() -> people.known(first))).contains(new OwnedCustomer(third, "p1", "zhao.min"));
        assertThat(isAnothers("li.na", first)).isTrue();
        assertThat(isAnothers("sun.li", third)).as("received the first").isFalse();
        assertThat(followed.what)
                .containsExactly(
                        new Standing(
                                second,
                                new OwnedCustomer(second, "p1", "wang.wei"),
                                new OwnedCustomer(third, "p1", "zhao.min")),
                        new Standing(
                                first,
                                new OwnedCustomer(first, "p1", "li.na"),
                                new OwnedCustomer(third, "p1", "zhao.min")));
    }

    @Test
    @DisplayName("CUS-3 a merge waits until both records are known; of whom nobody has told, nothing is said")
    void notYetKnown() {
        var known = registered("li.na");
        var unknown = UUID.randomUUID();

        assertThatThrownBy(() -> heard(new CustomersMerged(known, "p1", AT, unknown)))
                .isInstanceOf(NotYet.class);
        assertThatThrownBy(() -> heard(new CustomersMerged(unknown, "p1", AT, known)))
                .isInstanceOf(NotYet.class);
        assertThat(asked(() -> people.standing(unknown))).isEqualTo(unknown);
        assertThat(asked(() -> people.known(unknown))).isEmpty();
        assertThat(isAnothers("li.na", unknown)).isFalse();
        assertThat(followed.what).isEmpty();
    }

    private UUID registered(String owner) {
        var customer = UUID.randomUUID();
        heard(new CustomerRegistered(customer, "p1", AT, "LYZS1", owner, "WALK_IN", null, "张**", null, null));
        return customer;
    }

    private static VisitReceived visit(UUID customer, String receiver, String owner) {
        return new VisitReceived(
                customer,
                "p1",
                AT,
                UUID.randomUUID(),
                receiver,
                owner,
                receiver.equals(owner) ? ReceptionReason.OWN_CUSTOMER : ReceptionReason.OWNER_ON_LEAVE,
                "WALK_IN",
                null,
                null);
    }

    private void heard(CustomerEvent.Ownership event) {
        QuarkusTransaction.requiringNew().run(() -> people.read(event, followed));
    }

    private boolean isAnothers(String person, UUID customer) {
        return asked(() -> people.isAnothers(new Meeting("p1", person, customer)));
    }

    private static <T> T asked(Supplier<T> question) {
        return QuarkusTransaction.requiringNew().call(question::get);
    }
}
