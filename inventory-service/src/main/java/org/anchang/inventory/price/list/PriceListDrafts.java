package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.inventory.price.list.BadCell.BadCellReason;
import org.anchang.inventory.price.list.PriceListDraft.Trouble;
import org.anchang.inventory.price.list.StagedRows.ReadList;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All price lists on their way, and how they compare with the stock.
@ApplicationScoped
class PriceListDrafts {
    /// Who sent it, for which project, when.
    record NewDraft(UUID id, String project, String by, Instant at) {}

    private record Numbered(int number, BadCell cell) {}

    private record Bad(
            UUID draft,
            int number,
            long line,
            String heading,
            String value,
            BadCellReason reason,
            @Nullable Long other) {}

    private static final String DRAFT = """
            SELECT d.id, d.project, d.state, d.reason, CASE WHEN d.reason IS NOT NULL THEN d.columns END AS columns,
                   CASE WHEN d.reason IS NOT NULL THEN d.facts END AS facts,
                   CASE WHEN r.seen_at > clock_timestamp() - interval '1 minute' THEN r.phase END AS phase,
                   coalesce(r.rows_read, d.units) AS read,
                   CASE WHEN d.state = 'IMPORTED' THEN d.units ELSE coalesce(r.rows_imported, 0) END AS imported,
                   d.units, d.added, d.changed, d.left_out, d.buildings, d.buildings_changed, d.bad, d.total_before AS before,
                   d.total_after AS after, d.sheets, d.price_list, d.sent_by AS by, d.sent_at AS at
            FROM price_list_draft d LEFT JOIN price_list_reading r ON r.draft = d.id
            """;
    private static final String ONE = DRAFT + "WHERE d.id = :id";
    private static final String OF_PROJECT = DRAFT + """
            WHERE d.project = :project AND (CAST(:after AS uuid) IS NULL OR d.id < :after) ORDER BY d.id DESC LIMIT :rows""";
    private static final String OPEN = """
            INSERT INTO price_list_draft (id, project, state, sent_by, sent_at) VALUES (:id, :project, 'READING', :by, :at)""";
    private static final String READY = """
            UPDATE price_list_draft SET state = 'READY', units = :units, added = :added, changed = :changed, left_out = :leftOut,
                buildings = :buildings, buildings_changed = :buildingsChanged, total_before = :before, total_after = :after,
                stock = :stock, sheets = :sheets
            WHERE id = :id AND state IN ('READING', 'READY')""";
    private static final String FAULTY = """
            UPDATE price_list_draft SET state = 'FAULTY', units = :units, bad = :bad, sheets = :sheets
            WHERE id = :id AND state IN ('READING', 'READY')""";
    private static final String BAD_CELL = """
            INSERT INTO price_list_bad_cell (draft, number, line, heading, value, reason, other)
            VALUES (:draft, :number, :line, :heading, :value, :reason, :other)""";
    private static final String BAD_CELLS = """
            SELECT number, line, heading AS column, value, reason, other FROM price_list_bad_cell
            WHERE draft = :draft AND number > :after ORDER BY number LIMIT :rows""";
    private static final String UNREADABLE = """
            UPDATE price_list_draft SET state = 'UNREADABLE', reason = :reason, columns = :columns, facts = :facts
            WHERE id = :id AND state IN ('READING', 'READY')""";
    private static final String IMPORTED = """
            UPDATE price_list_draft SET state = 'IMPORTED', price_list = :list
            WHERE id = :id AND state IN ('READING', 'READY')""";

    static final String NEXT_TO_LOOK_AT =
            "SELECT clock_timestamp() FROM price_list_draft WHERE state = 'READING' LIMIT 1";
    private static final String NOBODY_READS = """
            UPDATE price_list_draft d SET state = 'UNREADABLE', reason = 'READING_WAS_INTERRUPTED'
            WHERE state = 'READING' AND NOT EXISTS (SELECT 1 FROM price_list_reading r
                WHERE r.draft = d.id AND r.seen_at > clock_timestamp() - interval '1 minute')""";
    private static final String LAPSE = """
            UPDATE price_list_draft SET state = 'LAPSED'
            WHERE project = :project AND state IN ('READY', 'FAULTY')
              AND uuid_extract_timestamp(id) < clock_timestamp() - make_interval(days => :days)""";
    /// Rows of one that nobody knows are those of an import that is under way, or that broke off.
    private static final List<String> FORGET = Stream.of("price_list_row", "price_list_bad_cell", "price_list_reading")
            .map("""
                    DELETE FROM %s WHERE draft IN (
                        SELECT r.draft FROM (SELECT DISTINCT draft FROM %1$s) r LEFT JOIN price_list_draft d ON d.id = r.draft
                        WHERE d.state NOT IN ('READING', 'READY', 'FAULTY')
                            OR d.id IS NULL AND uuid_extract_timestamp(r.draft) < clock_timestamp() - interval '1 hour')"""::formatted)
            .toList();

    @Inject
    Database database;

    void open(NewDraft draft) {
        database.sql(OPEN).with(draft).write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    PriceListDraft get(Scope scope, UUID id) {
        return find(id).filter(draft -> scope.covers(draft.project())).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The newest first.
    Page<PriceListDraft> list(String project, PageRequest page) {
        return database.sql(OF_PROJECT).with("project", project).page(page, PriceListDraft.class, PriceListDraft::id);
    }

    /// @return whether it still waited for that
    boolean ready(UUID id, ComparingPriceLists.Comparison comparison, List<ReadSheet> sheets) {
        var counts = comparison.counts();
        return database.sql(READY)
                        .with("units", counts.units())
                        .with("added", counts.added())
                        .with("changed", counts.changed())
                        .with("leftOut", counts.leftOut())
                        .with("buildings", comparison.buildings())
                        .with("buildingsChanged", comparison.buildingsChanged())
                        .with("before", comparison.before())
                        .with("after", comparison.after())
                        .with("stock", comparison.stock())
                        .withJson("sheets", sheets)
                        .with("id", id)
                        .write()
                == 1;
    }

    void faulty(UUID id, ReadList read) {
        var isNow = database.sql(FAULTY)
                .with("units", read.good())
                .with("bad", read.bad())
                .withJson("sheets", read.sheets())
                .with("id", id)
                .write();
        if (isNow == 1) {
            var cells = read.cells();
            database.writeAll(
                    BAD_CELL,
                    IntStream.range(0, cells.size())
                            .mapToObj(number -> bad(id, number + 1, cells.get(number)))
                            .toList());
        }
    }

    void unreadable(UUID id, Trouble trouble) {
        database.sql(UNREADABLE).with(trouble).with("id", id).write();
    }

    void unreadable(UUID id, Refused refused) {
        var facts = new LinkedHashMap<>(refused.facts());
        var why = String.valueOf(facts.remove("why"));
        unreadable(id, new Trouble(why, Trouble.columns(refused), facts));
    }

    void endThoseThatNobodyReads() {
        database.sql(NOBODY_READS).write();
    }

    List<String> projectsWithOpenOnes() {
        return database.sql("SELECT DISTINCT project FROM price_list_draft WHERE state IN ('READY', 'FAULTY')")
                .rows(String.class);
    }

    void lapse(String project, int days) {
        database.sql(LAPSE).with("project", project).with("days", days).write();
    }

    void forgetWhatIsOver() {
        FORGET.forEach(forget -> database.sql(forget).write());
    }

    void imported(UUID id, UUID priceList) {
        database.sql(IMPORTED).with("list", priceList).with("id", id).write();
    }

    /// The digest of the stock that a draft was compared with; locks it until the transaction ends.
    BigDecimal stock(UUID id) {
        return database.sql("SELECT stock FROM price_list_draft WHERE id = :id FOR UPDATE")
                .with("id", id)
                .one(BigDecimal.class);
    }

    Page<BadCell> badCells(UUID id, PageRequest page) {
        return Page.of(badCells(id, page.afterNumber(), page.rows()), page, numbered -> List.of(numbered.number()))
                .map(Numbered::cell);
    }

    List<BadCell> badCells(UUID id) {
        return badCells(id, 0, Integer.MAX_VALUE).stream().map(Numbered::cell).toList();
    }

    private List<Numbered> badCells(UUID id, long after, int rows) {
        return database.sql(BAD_CELLS)
                .with("draft", id)
                .with("after", after)
                .with("rows", rows)
                .rows(Numbered.class);
    }

    private Optional<PriceListDraft> find(UUID id) {
        return database.sql(ONE).with("id", id).row(PriceListDraft.class);
    }

    private static Bad bad(UUID draft, int number, BadCell cell) {
        return new Bad(draft, number, cell.line(), cell.column(), cell.value(), cell.reason(), cell.other());
    }
}
