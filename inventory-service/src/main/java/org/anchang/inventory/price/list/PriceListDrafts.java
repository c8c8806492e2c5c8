package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.inventory.Statements;
import org.anchang.inventory.price.list.AtWork.Phase;
import org.anchang.inventory.price.list.BadCell.Reason;
import org.anchang.inventory.price.list.PriceListDraft.Counts;
import org.anchang.inventory.price.list.PriceListDraft.Progress;
import org.anchang.inventory.price.list.PriceListDraft.State;
import org.anchang.inventory.price.list.PriceListDraft.Trouble;
import org.anchang.inventory.price.list.StagedRows.ReadList;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All price lists on their way, and how they compare with the stock.
@ApplicationScoped
class PriceListDrafts {
    /// Who sent it, for which project, when.
    record Sent(UUID id, String project, String by, Instant at) {}

    private static final String DRAFT = """
            SELECT d.id, d.project, d.state, d.reason, d.columns,
                   CASE WHEN r.seen_at > clock_timestamp() - interval '1 minute' THEN r.phase END,
                   coalesce(r.rows_read, d.units),
                   CASE WHEN d.state = 'IMPORTED' THEN d.units ELSE coalesce(r.rows_imported, 0) END, d.units, d.added, d.changed,
                   d.left_out, d.buildings, d.buildings_changed, d.bad, d.total_before, d.total_after, d.ignored, d.price_list, d.sent_by, d.sent_at
            FROM price_list_draft d LEFT JOIN price_list_reading r ON r.draft = d.id
            """;
    private static final String ONE = DRAFT + "WHERE d.id = ?";
    private static final String OF_PROJECT =
            DRAFT + "WHERE d.project = ? AND (?::uuid IS NULL OR d.id < ?::uuid) ORDER BY d.id DESC LIMIT ?";
    private static final String OPEN =
            "INSERT INTO price_list_draft (id, project, state, sent_by, sent_at) VALUES (?, ?, 'READING', ?, ?)";
    private static final String READY = """
            UPDATE price_list_draft SET state = 'READY', units = ?, added = ?, changed = ?, left_out = ?, buildings = ?,
                buildings_changed = ?, total_before = ?, total_after = ?, stock = ?, ignored = ?
            WHERE id = ? AND state IN ('READING', 'READY')""";
    private static final String FAULTY = """
            UPDATE price_list_draft SET state = 'FAULTY', units = ?, bad = ?, ignored = ?
            WHERE id = ? AND state IN ('READING', 'READY')""";
    private static final String BAD_CELL =
            "INSERT INTO price_list_bad_cell (draft, number, line, heading, value, reason) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String BAD_CELLS = """
            SELECT number, line, heading, value, reason FROM price_list_bad_cell
            WHERE draft = ? AND number > ? ORDER BY number LIMIT ?""";
    private static final String UNREADABLE = """
            UPDATE price_list_draft SET state = 'UNREADABLE', reason = ?, columns = ?
            WHERE id = ? AND state IN ('READING', 'READY')""";
    private static final String IMPORTED =
            "UPDATE price_list_draft SET state = 'IMPORTED', price_list = ? WHERE id = ? AND state IN ('READING', 'READY')";

    static final String NEXT_TO_LOOK_AT =
            "SELECT clock_timestamp() FROM price_list_draft WHERE state = 'READING' LIMIT 1";
    private static final String NOBODY_READS = """
            UPDATE price_list_draft d SET state = 'UNREADABLE', reason = 'READING_WAS_INTERRUPTED'
            WHERE state = 'READING' AND NOT EXISTS (SELECT 1 FROM price_list_reading r
                WHERE r.draft = d.id AND r.seen_at > clock_timestamp() - interval '1 minute')""";
    private static final String LAPSE = """
            UPDATE price_list_draft SET state = 'LAPSED'
            WHERE project = ? AND state IN ('READY', 'FAULTY')
              AND uuid_extract_timestamp(id) < clock_timestamp() - make_interval(days => ?)""";
    /// Rows of one that nobody knows are those of an import that is under way, or that broke off.
    private static final List<String> FORGET = Stream.of("price_list_row", "price_list_bad_cell", "price_list_reading")
            .map("""
                    DELETE FROM %s WHERE draft IN (
                        SELECT r.draft FROM (SELECT DISTINCT draft FROM %1$s) r LEFT JOIN price_list_draft d ON d.id = r.draft
                        WHERE d.state NOT IN ('READING', 'READY', 'FAULTY')
                            OR d.id IS NULL AND uuid_extract_timestamp(r.draft) < clock_timestamp() - interval '1 hour')"""::formatted)
            .toList();

    @Inject
    Statements statements;

    void open(Sent sent) {
        statements.write(OPEN, sent.id(), sent.project(), sent.by(), sent.at());
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    PriceListDraft get(Scope scope, UUID id) {
        return find(id).filter(draft -> scope.covers(draft.project())).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The newest first.
    Page<PriceListDraft> list(String project, PageRequest page) {
        var before = page.afterId().orElse(null);
        return Page.of(
                statements.rows(OF_PROJECT, PriceListDrafts::draft, project, before, before, page.rows()),
                page,
                draft -> List.of(draft.id()));
    }

    /// @return whether it still waited for that
    boolean ready(UUID id, ComparingPriceLists.Comparison comparison, List<String> ignored) {
        var counts = comparison.counts();
        return statements.write(
                        READY,
                        counts.units(),
                        counts.added(),
                        counts.changed(),
                        counts.leftOut(),
                        comparison.buildings(),
                        comparison.buildingsChanged(),
                        comparison.before(),
                        comparison.after(),
                        comparison.stock(),
                        ignored.toArray(String[]::new),
                        id)
                == 1;
    }

    void faulty(UUID id, ReadList read) {
        if (statements.write(FAULTY, read.good(), read.bad(), read.ignored().toArray(String[]::new), id) == 1) {
            var cells = read.cells();
            statements.writeAll(
                    BAD_CELL,
                    IntStream.range(0, cells.size())
                            .mapToObj(number -> bad(id, number + 1, cells.get(number)))
                            .toList());
        }
    }

    void unreadable(UUID id, Trouble trouble) {
        statements.write(UNREADABLE, trouble.reason(), trouble.columns().toArray(String[]::new), id);
    }

    void endThoseThatNobodyReads() {
        statements.write(NOBODY_READS);
    }

    List<String> projectsWithOpenOnes() {
        return statements.rows(
                "SELECT DISTINCT project FROM price_list_draft WHERE state IN ('READY', 'FAULTY')",
                row -> row.getString(1));
    }

    void lapse(String project, int days) {
        statements.write(LAPSE, project, days);
    }

    void forgetWhatIsOver() {
        FORGET.forEach(statements::write);
    }

    void imported(UUID id, UUID priceList) {
        statements.write(IMPORTED, priceList, id);
    }

    /// The digest of the stock that a draft was compared with; locks it until the transaction ends.
    BigDecimal stock(UUID id) {
        return statements
                .row("SELECT stock FROM price_list_draft WHERE id = ? FOR UPDATE", row -> row.getBigDecimal(1), id)
                .orElseThrow();
    }

    Page<BadCell> badCells(UUID id, PageRequest page) {
        record Numbered(int number, BadCell cell) {}
        return Page.of(
                        statements.rows(
                                BAD_CELLS,
                                row -> new Numbered(row.getInt(1), badCell(row)),
                                id,
                                number(page),
                                page.rows()),
                        page,
                        numbered -> List.of(numbered.number()))
                .map(Numbered::cell);
    }

    List<BadCell> badCells(UUID id) {
        return statements.rows(BAD_CELLS, PriceListDrafts::badCell, id, 0, Integer.MAX_VALUE);
    }

    private Optional<PriceListDraft> find(UUID id) {
        return statements.row(ONE, PriceListDrafts::draft, id);
    }

    static int number(PageRequest page) {
        try {
            return page.after().map(key -> Integer.parseInt(key.getLast())).orElse(0);
        } catch (NumberFormatException e) {
            throw refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }

    private static @Nullable Object[] bad(UUID draft, int number, BadCell cell) {
        return new @Nullable Object[] {draft, number, (int) cell.line(), cell.column(), cell.value(), cell.reason()};
    }

    private static BadCell badCell(ResultSet row) throws SQLException {
        return new BadCell(row.getLong(2), row.getString(3), row.getString(4), Reason.valueOf(row.getString(5)));
    }

    private static PriceListDraft draft(ResultSet row) throws SQLException {
        var reason = row.getString(4);
        var phase = row.getString(6);
        return new PriceListDraft(
                row.getObject(1, UUID.class),
                row.getString(2),
                State.valueOf(row.getString(3)),
                reason == null ? null : new Trouble(reason, texts(row, 5)),
                new Progress(phase == null ? null : Phase.valueOf(phase), row.getInt(7), row.getInt(8)),
                new Counts(row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12)),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                new Money(row.getBigDecimal(16)),
                new Money(row.getBigDecimal(17)),
                texts(row, 18),
                row.getObject(19, UUID.class),
                row.getString(20),
                row.getObject(21, OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
