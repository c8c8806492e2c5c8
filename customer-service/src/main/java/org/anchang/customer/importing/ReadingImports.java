package org.anchang.customer.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.importing.CustomerImport.Format;
import org.anchang.customer.importing.CustomerImport.ImportState;
import org.anchang.customer.importing.CustomerImport.NamedConsultant;
import org.anchang.customer.importing.StagedRows.Staged;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.ImportKind.Column;
import org.anchang.customer.importing.row.ImportKind.Field;
import org.anchang.customer.importing.row.RowReading;
import org.anchang.customer.importing.row.RowReading.Dictionary;
import org.anchang.customer.importing.row.RowReading.Wrong;
import org.anchang.customer.importing.row.RowReason;
import org.anchang.customer.importing.row.SourceSheet;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.source.Sources;
import org.anchang.customer.tag.Tags;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sheet.Line;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sheet.Table;
import org.anchang.kit.sheet.UnreadableSheet;
import org.anchang.kit.work.LongWork;
import org.jspecify.annotations.Nullable;

/// CUS-8: reads a file, keeps its rows sealed, and says what they would do; nothing is written to customers.
@ApplicationScoped
class ReadingImports {
    /// @param sheet the only one to be read; null: all that are not hidden
    record Sent(
            String project,
            ImportKind kind,
            Path file,
            @Nullable String sheet) {}

    /// More is for several files.
    static final int MOST_ROWS = 100_000;

    private static final int LONGEST_ROW = 20_000;
    private static final int MOST_CONSULTANTS = 200;
    private static final int AT_ONCE = 1_000;
    private static final byte[] ZIP = "PK".getBytes(StandardCharsets.ISO_8859_1);

    @Inject
    CustomerImports imports;

    @Inject
    StagedRows staged;

    @Inject
    ImportedRecords records;

    @Inject
    NamedPeople people;

    @Inject
    KnownPhones phones;

    @Inject
    Sources sources;

    @Inject
    Tags tags;

    @Inject
    Settings settings;

    @Inject
    LongWork longWork;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, IMPORT_NOT_UNDERSTOOD
    @Transactional(Transactional.TxType.MANDATORY)
    UUID read(Sent sent) {
        caller.mustBeBoundTo(sent.project());
        var id = Ids.next();
        var dictionary = dictionary(sent.project());
        var reading = new Staging(id, sent.kind(), dictionary);
        List<ReadSheet> read;
        try {
            read = Table.read(sent.file(), sent.kind().columns(), sent.sheet(), reading::take);
        } catch (UnreadableSheet e) {
            throw e.refused(CustomerRefusal.IMPORT_NOT_UNDERSTOOD);
        }
        reading.send();
        var preview = staged.compare(id, sent.project(), sent.kind());
        imports.add(new CustomerImport(
                id,
                sent.project(),
                sent.kind(),
                format(sent.file()),
                ImportState.READY,
                null,
                null,
                read.stream().map(ReadSheet::withoutTexts).toList(),
                reading.sheets,
                reading.consultants(people.of(sent.project())),
                reading.rows,
                preview.fresh(),
                preview.known(),
                preview.duplicates(),
                preview.bad(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                caller.name(),
                clock.instant(),
                null,
                null,
                null));
        return id;
    }

    /// By what the words of the project's files are understood now.
    Dictionary dictionary(String project) {
        return new Dictionary(sources.chosenByKey(project), tags.chosenByKey(project), clock.instant());
    }

    /// Uploads that nobody runs, and rows that nobody fetches, are not kept for ever: they are personal data.
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldOnes() {
        try {
            longWork.run(this::lapse);
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }

    void lapse() {
        var now = clock.instant();
        for (var project : imports.projectsWithKept()) {
            var days = settings.integer(project, CustomerSetting.IMPORT_DAYS);
            imports.lapse(project, now.minus(Duration.ofDays(days)), now);
        }
        staged.forgetTheLapsed();
    }

    private static Format format(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP) ? Format.XLSX : Format.CSV;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes the rows as they come; a thousand of them are in memory.
    private final class Staging {
        private final UUID id;
        private final ImportKind kind;
        private final Dictionary dictionary;
        private final List<Staged> waiting = new ArrayList<>();
        private final List<SourceSheet> sheets = new ArrayList<>();
        private final Map<String, Named> consultants = new LinkedHashMap<>();
        private int rows;

        private record Named(String written, int[] rows) {}

        Staging(UUID id, ImportKind kind, Dictionary dictionary) {
            this.id = id;
            this.kind = kind;
            this.dictionary = dictionary;
        }

        void take(Line<Column> line) {
            if (++rows > MOST_ROWS) {
                throw UnreadableSheet.ofTooManyRows();
            }
            if (line.length() > LONGEST_ROW) {
                throw UnreadableSheet.ofTooManyTexts();
            }
            var sheet = sheet(line);
            var texts = line.texts();
            var values = sheet.values(texts);
            var wrong = new ArrayList<>(faults(line));
            if (wrong.isEmpty()) {
                wrong.addAll(RowReading.faults(kind, values, dictionary));
            }
            waiting.add(staged(line, texts, values, wrong));
            if (waiting.size() == AT_ONCE) {
                send();
            }
        }

        void send() {
            staged.keep(waiting);
            waiting.clear();
        }

        List<NamedConsultant> consultants(NamedPeople.KnownPeople known) {
            return consultants.values().stream()
                    .map(named ->
                            new NamedConsultant(named.written(), known.consultant(named.written()), named.rows()[0]))
                    .toList();
        }

        private Staged staged(Line<Column> line, List<String> texts, Map<Field, String> values, List<Wrong> wrong) {
            var sealed = staged.sealed(id, line.number(), texts);
            int sheet = sheets.size() - 1;
            if (!wrong.isEmpty()) {
                return new Staged(id, line.number(), sheet, sealed, null, null, null, Wrong.told(wrong));
            }
            var phone = Phone.in(values.getOrDefault(Field.PHONE, ""))
                    .map(phones::fingerprint)
                    .orElse(null);
            var number = values.containsKey(Field.NUMBER) ? records.ofNumber(values.get(Field.NUMBER)) : null;
            if (kind == ImportKind.CUSTOMERS) {
                count(Names.trimmed(values.getOrDefault(Field.CONSULTANT, "")));
                return new Staged(id, line.number(), sheet, sealed, phone, number, null, "");
            }
            var said = RowReading.read(values, dictionary);
            var key = records.ofTalk(kind, String.valueOf(phone == null ? number : phone), said);
            return new Staged(id, line.number(), sheet, sealed, phone, number, key, "");
        }

        private void count(String written) {
            var key = Names.key(written);
            if (consultants.size() < MOST_CONSULTANTS || consultants.containsKey(key)) {
                consultants.computeIfAbsent(key, _ -> new Named(written, new int[1]))
                        .rows()[0]++;
            }
        }

        private SourceSheet sheet(Line<Column> line) {
            var last = sheets.isEmpty() ? null : sheets.getLast();
            if (last != null
                    && last.headings().equals(line.written())
                    && last.places().size() == line.columns().size()) {
                return last;
            }
            var places = new EnumMap<Field, Integer>(Field.class);
            line.places().forEach((column, place) -> places.put(column.field(), place));
            var sheet = new SourceSheet(List.copyOf(line.written()), places);
            sheets.add(sheet);
            return sheet;
        }

        /// What is wrong with the cells themselves.
        private List<Wrong> faults(Line<Column> line) {
            var wrong = new ArrayList<Wrong>();
            for (var column : line.columns()) {
                var cell = line.cell(column);
                var fault = column.field().isName() ? cell.faultAsName() : cell.fault();
                if (fault != null) {
                    wrong.add(new Wrong(column.field(), RowReason.valueOf(fault.name())));
                }
            }
            return wrong;
        }
    }
}
