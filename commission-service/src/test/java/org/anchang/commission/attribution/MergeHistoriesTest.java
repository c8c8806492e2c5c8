package org.anchang.commission.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.people.OwnedCustomer;
import org.anchang.kit.people.People;
import org.anchang.kit.people.People.Meeting;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Histories by chance of what customer-service does, read in any order that keeps each record's own stream.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class MergeHistoriesTest {
    private static final int HISTORIES = 40;
    private static final List<String> CONSULTANTS = List.of("li.na", "wang.wei", "zhao.min", "sun.li");
    private static final String SUBSTITUTE = "zhou.ting";

    /// customer-service, as simple as can be: what a record has gone into, whose it is, what it is told of.
    private static final class Office {
        private record Merge(UUID stays, UUID goes, String owner) {}

        private final Random chance;
        private final List<UUID> records = new ArrayList<>();
        private final Map<UUID, UUID> into = new HashMap<>();
        private final Map<UUID, String> owners = new HashMap<>();
        private final Map<UUID, Boolean> received = new HashMap<>();
        private final Deque<Merge> merges = new ArrayDeque<>();
        private final Map<UUID, Deque<CustomerEvent.Ownership>> streams = new LinkedHashMap<>();
        private Instant now = Instant.parse("2026-11-02T02:00:00Z");

        Office(Random chance) {
            this.chance = chance;
        }

        void register() {
            var record = new UUID(chance.nextLong(), chance.nextLong());
            records.add(record);
            owners.put(record, one(CONSULTANTS));
            tell(new CustomerRegistered(record, "p1", now, "LYZS1", owner(record), "WALK_IN", null, "张**", null, null));
        }

        void live() {
            now = now.plusSeconds(60);
            var standing =
                    records.stream().filter(record -> !into.containsKey(record)).toList();
            var customer = one(standing);
            switch (chance.nextInt(4)) {
                case 0 -> reassign(customer);
                case 1 -> visit(customer);
                case 2 -> merge(customer, one(standing));
                default -> unmerge();
            }
        }

        private void reassign(UUID customer) {
            var to = one(CONSULTANTS);
            if (!to.equals(owner(customer))) {
                tell(new CustomerReassigned(customer, "p1", now, owner(customer), to, "DECIDED", "boss"));
                owners.put(customer, to);
            }
        }

        private void visit(UUID customer) {
            received.put(customer, true);
            tell(new VisitReceived(
                    customer,
                    "p1",
                    now,
                    UUID.randomUUID(),
                    SUBSTITUTE,
                    owner(customer),
                    ReceptionReason.OWNER_ON_LEAVE,
                    "WALK_IN",
                    null,
                    null));
        }

        private void merge(UUID stays, UUID goes) {
            if (!stays.equals(goes)) {
                merges.push(new Merge(stays, goes, owner(goes)));
                into.put(goes, stays);
                tell(new CustomersMerged(stays, "p1", now, goes));
            }
        }

        /// The latest that can be: nothing went into what stays since then, and it stands.
        private void unmerge() {
            var undone = merges.stream().filter(this::isLast).findFirst();
            undone.ifPresent(merge -> {
                merges.remove(merge);
                into.remove(merge.goes());
                // A former owner may have left: then it stays with whoever has it.
                owners.put(merge.goes(), chance.nextBoolean() ? merge.owner() : owner(merge.stays()));
                var under = records.stream()
                        .filter(record ->
                                !record.equals(merge.goes()) && standing(record).equals(merge.goes()))
                        .toList();
                tell(new CustomersUnmerged(
                        merge.stays(), "p1", now, merge.goes(), under, owner(merge.goes()), "li.na", now, List.of()));
            });
        }

        private boolean isLast(Merge merge) {
            return !into.containsKey(merge.stays())
                    && merges.stream()
                            .filter(other -> other.stays().equals(merge.stays()))
                            .findFirst()
                            .orElseThrow()
                            .equals(merge);
        }

        UUID standing(UUID record) {
            return into.containsKey(record) ? standing(Objects.requireNonNull(into.get(record))) : record;
        }

        String owner(UUID record) {
            return Objects.requireNonNull(owners.get(record));
        }

        boolean wasReceived(UUID record) {
            return records.stream()
                    .anyMatch(other ->
                            received.containsKey(other) && standing(other).equals(standing(record)));
        }

        private void tell(CustomerEvent.Ownership event) {
            streams.computeIfAbsent(event.customer(), _ -> new ArrayDeque<>()).add(event);
        }

        private <T> T one(List<T> of) {
            return of.get(chance.nextInt(of.size()));
        }

        /// Each record's own events in their order, and else any; everybody is known before anybody is merged.
        List<CustomerEvent.Ownership> told() {
            var order = new ArrayList<CustomerEvent.Ownership>();
            streams.values().forEach(stream -> order.add(stream.remove()));
            var left = new ArrayList<>(streams.values());
            left.removeIf(Deque::isEmpty);
            while (!left.isEmpty()) {
                var stream = one(left);
                order.add(stream.remove());
                left.removeIf(Deque::isEmpty);
            }
            return order;
        }
    }

    /// What a service keeps: of each record one thing, which is of the record that stands, and its owner's.
    private static final class Things implements Consequences {
        private record Thing(UUID customer, String consultant) {}

        private final Map<UUID, Thing> of = new HashMap<>();

        @Override
        public void given(Given given) {
            of.replaceAll((_, thing) -> thing.customer().equals(given.customer())
                            && thing.consultant().equals(given.from())
                    ? new Thing(thing.customer(), given.to())
                    : thing);
        }

        @Override
        public void stand(List<Standing> standings) {
            for (var one : standings) {
                var thing = Objects.requireNonNull(of.get(one.record()));
                assertThat(thing.customer()).isEqualTo(one.before().customer());
                of.put(
                        one.record(),
                        new Thing(
                                one.now().customer(),
                                thing.consultant().equals(one.before().owner())
                                        ? one.now().owner()
                                        : thing.consultant()));
            }
        }
    }

    @Inject
    People people;

    @Test
    @DisplayName(
            "CUS-3 SEC-1 merges, merges of merges and their undoing, read in any order, leave each record with its own person")
    void histories() {
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var chance = new Random(seed);
            QuarkusTransaction.requiringNew().run(() -> history(chance));
        }
    }

    private void history(Random chance) {
        var office = new Office(chance);
        for (var i = 0; i < 5; i++) {
            office.register();
        }
        for (var i = 0; i < 24; i++) {
            office.live();
        }
        var things = new Things();
        for (var event : office.told()) {
            people.read(event, things);
            if (event instanceof CustomerRegistered registered) {
                things.of.put(registered.customer(), new Things.Thing(registered.customer(), registered.owner()));
            }
        }
        for (var record : office.records) {
            var standing = office.standing(record);
            var owner = office.owner(standing);
            assertThat(people.known(record)).contains(new OwnedCustomer(standing, "p1", owner));
            assertThat(people.records(standing)).contains(record);
            assertThat(things.of).containsEntry(record, new Things.Thing(standing, owner));
            assertThat(people.isAnothers(new Meeting("p1", SUBSTITUTE, record))).isEqualTo(!office.wasReceived(record));
        }
    }
}
