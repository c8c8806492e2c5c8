package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.importing.ImportedRecords.Imported;
import org.anchang.customer.importing.RowReading.Wrong;
import org.anchang.customer.reception.PastVisits;
import org.anchang.customer.tracking.PastTalks;
import org.anchang.kit.Ids;

/// CUS-8: a slice of a file of follow-ups or visits: each is written once, with the author and the date that the file
/// names. What is known stays as it is, whatever the mode.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WritingTalks {
    private record Placed(UUID id, ChosenRow row, Customer customer, String by) {}

    @Inject
    ImportedRecords records;

    @Inject
    KnownCustomers known;

    @Inject
    Customers customers;

    @Inject
    PastTalks talks;

    @Inject
    PastVisits visits;

    Tally write(Run run, List<ChosenRow> rows) {
        var tally = new Tally();
        var running = run.running();
        var before = records.before(
                running.project(),
                running.kind(),
                rows.stream().map(row -> Objects.requireNonNull(row.key())).toList());
        var found = known.of(running.project(), rows);
        var locked = locked(found, rows);
        var placed = new ArrayList<Placed>();
        for (var row : rows) {
            var whose = found.whose(row.phoneKey(), row.numberKey());
            var customer = whose == null ? null : locked.get(whose);
            if (customer == null) {
                tally.failed(row.line(), new Wrong(null, RowReason.CUSTOMER_UNKNOWN));
            } else if (before.contains(row.key())) {
                if (run.mode() == ImportMode.APPEND) {
                    tally.failed(row.line(), new Wrong(null, RowReason.KNOWN_ALREADY));
                } else {
                    tally.left();
                }
            } else {
                placed.add(new Placed(Ids.next(), row, customer, author(run, row, customer)));
            }
            if (!tally.failed().containsKey(row.line())) {
                tally.merged(row.others().size());
            }
        }
        keep(run, placed);
        tally.added(placed.size());
        return tally;
    }

    private void keep(Run run, List<Placed> placed) {
        if (run.running().kind() == ImportKind.VISITS) {
            visits.record(placed.stream()
                    .map(one -> new PastVisits.Past(
                            one.id(),
                            one.customer(),
                            one.by(),
                            one.row().said().note(),
                            Objects.requireNonNull(one.row().said().at())))
                    .toList());
        } else {
            talks.record(placed.stream().map(WritingTalks::talk).toList());
        }
        customers.flush();
        records.keep(placed.stream()
                .map(one -> new Imported(
                        run.running().project(),
                        run.running().kind(),
                        Objects.requireNonNull(one.row().key()),
                        one.id(),
                        one.customer().id(),
                        run.running().id(),
                        one.row().said().author()))
                .toList());
    }

    private static PastTalks.Talk talk(Placed one) {
        var said = one.row().said();
        var talk = said.talk();
        return new PastTalks.Talk(
                one.id(),
                one.customer(),
                talk.way(),
                Objects.requireNonNull(talk.said()),
                talk.response(),
                talk.satisfied(),
                talk.dissatisfied(),
                talk.resistance(),
                said.grade(),
                one.by(),
                Objects.requireNonNull(said.at()));
    }

    /// Where the file names nobody: the customer's owner; of a customer of the pool, who imports.
    private static String author(Run run, ChosenRow row, Customer customer) {
        var author = run.people().author(row.said().author());
        if (author != null) {
            return author;
        }
        return customer.isPooled() ? run.by() : customer.owner();
    }

    private Map<UUID, Customer> locked(KnownCustomers.Found found, Collection<ChosenRow> rows) {
        var ids = rows.stream()
                .flatMap(row -> Stream.ofNullable(found.whose(row.phoneKey(), row.numberKey())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return ids.isEmpty()
                ? Map.of()
                : customers.toChange(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
    }
}
