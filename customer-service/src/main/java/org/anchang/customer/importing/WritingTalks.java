package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Dated;
import org.anchang.customer.importing.ImportedRecords.Imported;
import org.anchang.customer.importing.ImportedRecords.ImportedRecord;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.RowReading.Wrong;
import org.anchang.customer.importing.row.RowReason;
import org.anchang.customer.reception.PastVisits;
import org.anchang.customer.tracking.PastTalks;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;

/// CUS-8: a slice of a file of follow-ups or visits: each is written once, with the author and the date that the file
/// names. What came before stays as it is, unless an update says anything new of it: customer, author and
/// moment say which one it speaks of.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WritingTalks {
    private record Placed(UUID id, ChosenRow row, Customer customer, String by) {}

    /// Whose talk or visit it is, and of what moment: to the minute there is one alone.
    private record Moment(UUID customer, String by, Instant at) {}

    private record Earlier(Map<Moment, List<UUID>> all) {
        /// Which one a row speaks of. Where a file names the day alone there may be several, which their
        /// words tell apart.
        Optional<UUID> of(Customer customer, String by, ChosenRow row) {
            var at = Objects.requireNonNull(row.said().at());
            var same = all.getOrDefault(new Moment(customer.id(), by, at), List.of());
            var isOfADay = at.atZone(OfficeClock.OFFICE_ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
            return isOfADay || same.size() != 1 ? Optional.empty() : Optional.of(same.getFirst());
        }
    }

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
        var earlier =
                new Earlier(run.mode() == ImportMode.UPDATE ? earlier(running.kind(), locked.keySet()) : Map.of());
        var placed = new ArrayList<Placed>();
        var corrected = new ArrayList<Placed>();
        for (var row : rows) {
            var whose = found.whose(row.phoneKey(), row.numberKey());
            var customer = whose == null ? null : locked.get(whose);
            if (customer == null) {
                tally.failed(row.line(), new Wrong(null, RowReason.CUSTOMER_UNKNOWN));
            } else {
                var by = author(run, row, customer);
                var same = earlier.of(customer, by, row);
                if (same.isPresent()) {
                    corrected.add(new Placed(same.get(), row, customer, by));
                } else if (!before.contains(row.key())) {
                    placed.add(new Placed(Ids.next(), row, customer, by));
                } else if (run.mode() == ImportMode.APPEND) {
                    tally.failed(row.line(), new Wrong(null, RowReason.KNOWN_ALREADY));
                } else {
                    tally.left();
                }
            }
            if (!tally.failed().containsKey(row.line())) {
                tally.merged(row.others().size());
            }
        }
        var changed = write(run, placed, corrected);
        tally.added(placed.size());
        corrected.forEach(one -> {
            if (changed.contains(one.id())) {
                tally.updated();
            } else {
                tally.left();
            }
        });
        return tally;
    }

    /// @return those of the corrected ones of which the file says anything new
    private Set<UUID> write(Run run, List<Placed> placed, List<Placed> corrected) {
        Set<UUID> changed;
        if (run.running().kind() == ImportKind.VISITS) {
            visits.record(placed.stream().map(WritingTalks::visit).toList());
            changed = visits.correct(corrected.stream().map(WritingTalks::visit).toList());
        } else {
            talks.record(placed.stream().map(WritingTalks::talk).toList());
            changed = talks.correct(corrected.stream().map(WritingTalks::talk).toList());
        }
        customers.flush();
        records.keep(Stream.concat(placed.stream(), corrected.stream())
                .map(one -> new Imported(
                        run.running().project(),
                        run.running().kind(),
                        Objects.requireNonNull(one.row().key()),
                        one.id(),
                        one.customer().id(),
                        run.running().id(),
                        one.row().said().author()))
                .toList());
        return changed;
    }

    /// What files have brought of these customers.
    private Map<Moment, List<UUID>> earlier(ImportKind kind, Collection<UUID> whose) {
        var customerOf = records.of(kind, whose).stream()
                .collect(Collectors.toMap(ImportedRecord::record, ImportedRecord::customer));
        var recorded =
                kind == ImportKind.VISITS ? visits.recorded(customerOf.keySet()) : talks.recorded(customerOf.keySet());
        return recorded.stream()
                .collect(Collectors.groupingBy(
                        one -> new Moment(Objects.requireNonNull(customerOf.get(one.id())), one.by(), one.at()),
                        Collectors.mapping(Dated::id, Collectors.toList())));
    }

    private static PastVisits.Past visit(Placed one) {
        var said = one.row().said();
        return new PastVisits.Past(one.id(), one.customer(), one.by(), said.note(), Objects.requireNonNull(said.at()));
    }

    private static PastTalks.EarlierTalk talk(Placed one) {
        var said = one.row().said();
        var talk = said.talk();
        return new PastTalks.EarlierTalk(
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
