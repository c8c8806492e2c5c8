package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.Customers;
import org.anchang.customer.correction.CorrectingByFile;
import org.anchang.customer.importing.RegisteringNewcomers.Newcomer;
import org.anchang.customer.importing.row.ImportKind.Field;
import org.anchang.customer.importing.row.RowReading.Wrong;
import org.anchang.customer.importing.row.RowReason;
import org.anchang.customer.tag.TagsOfCustomers;
import org.anchang.kit.Ids;
import org.anchang.kit.name.Names;

/// CUS-8: a slice of a file of customers: who is new is registered; who is known is dealt with by the mode.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WritingCustomers {
    @Inject
    RegisteringNewcomers registering;

    @Inject
    CorrectingByFile correcting;

    @Inject
    KnownCustomers knownCustomers;

    @Inject
    TagsOfCustomers tags;

    @Inject
    Customers customers;

    Tally write(Run run, List<ChosenRow> rows) {
        var tally = new Tally();
        var project = run.running().project();
        var known = knownCustomers.of(project, rows);
        var newcomers = new ArrayList<Newcomer>();
        var updates = new LinkedHashMap<UUID, List<ChosenRow>>();
        var inSlice = new HashMap<String, UUID>();
        for (var row : rows) {
            var whose = known.whose(row.phoneKey(), row.numberKey());
            if (known.areTwo(row)) {
                tally.failed(row.line(), new Wrong(null, RowReason.TWO_CUSTOMERS));
            } else if (whose == null) {
                newcomer(row, known, inSlice, tally).ifPresent(newcomers::add);
            } else {
                switch (run.mode()) {
                    case APPEND -> tally.failed(row.line(), new Wrong(Field.PHONE, RowReason.KNOWN_ALREADY));
                    case SKIP -> tally.left();
                    case UPDATE ->
                        updates.computeIfAbsent(whose, _ -> new ArrayList<>()).add(row);
                }
            }
            if (!tally.failed().containsKey(row.line())) {
                tally.merged(row.others().size());
            }
        }
        update(run, updates, tally);
        registering.register(run, newcomers);
        tally.added(newcomers.size());
        return tally;
    }

    private Optional<Newcomer> newcomer(
            ChosenRow row, KnownCustomers.Found known, Map<String, UUID> inSlice, Tally tally) {
        var said = row.said();
        var channel = said.channel() == null ? Channel.SOURCED : said.channel();
        UUID introducer = null;
        if (said.introducer() != null) {
            introducer = knownCustomers
                    .keysOf(said.introducer())
                    .map(key -> inSlice.getOrDefault(key, known.whose(key, key)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (introducer == null) {
                tally.failed(row.line(), new Wrong(Field.INTRODUCER, RowReason.INTRODUCER_UNKNOWN));
                return Optional.empty();
            }
        }
        var id = Ids.next();
        Stream.of(row.phoneKey(), row.numberKey()).filter(Objects::nonNull).forEach(key -> inSlice.put(key, id));
        return Optional.of(
                new Newcomer(id, row, Names.trimmed(Objects.requireNonNull(said.name())), channel, introducer));
    }

    /// In the order of ids, as everybody who changes several does.
    private void update(Run run, Map<UUID, List<ChosenRow>> updates, Tally tally) {
        if (updates.isEmpty()) {
            return;
        }
        var importer = new CorrectingByFile.Importer(run.by(), run.reason(), run.at());
        for (var customer : customers.toChange(updates.keySet())) {
            for (var row : updates.getOrDefault(customer.id(), List.of())) {
                var said = row.said();
                var grade = said.grade() != null && said.grade() != customer.intentGrade();
                if (said.grade() != null) {
                    customer.grade(said.grade());
                }
                var corrected = correcting.correct(
                        customer,
                        new CorrectingByFile.FileSays(
                                said.name(), said.gender(), said.source(), said.note(), said.phone()),
                        importer);
                var tagged = tags.add(customer, said.tags(), new TagsOfCustomers.Tagger(run.by(), run.at()));
                if (corrected || grade || tagged) {
                    tally.updated();
                } else {
                    tally.left();
                }
            }
        }
        customers.flush();
    }
}
