package org.anchang.inventory.price.list;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.anchang.inventory.price.list.PriceListFile.SentList;
import org.anchang.kit.Ids;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sql.Database;
import org.anchang.kit.work.LongWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The good rows of price lists on their way, beside the stock: a list is read into the database row by row, and
/// compared there, so that its length does not matter to this process.
@ApplicationScoped
class StagedRows {
    /// How a file was read.
    ///
    /// @param good  rows that wait in the database
    /// @param bad   cells that are wrong, all of them
    /// @param cells the first of these
    record ReadList(int good, int bad, List<BadCell> cells, List<ReadSheet> sheets) {}

    /// The draft has been taken over in the transaction that just ends.
    record NoLongerNeeded(UUID draft) {}

    private static final Logger LOG = Logger.getLogger(StagedRows.class);
    private static final int BUFFER = 1 << 16;
    private static final String COPY = """
            COPY price_list_row (draft, line, unit, area, building, building_key, section, floor, room, door, door_name,
                label_key, building_type, product_type, layout, view, building_area, interior_area, garden_area, other_area, basis, unit_price, list_total, floor_price)
            FROM STDIN""";

    @Inject
    AgroalDataSource source;

    @Inject
    Database database;

    @Inject
    LongWork longWork;

    /// Reads the file. Outside of any transaction: the rows are of no meaning before somebody takes them over.
    ///
    /// @param most     bad cells to keep
    /// @param progress hears how many rows have been read
    /// @throws org.anchang.kit.problem.Refused PRICE_LIST_NOT_UNDERSTOOD
    ReadList read(UUID draft, SentList sent, int most, IntConsumer progress) {
        try (var connection = source.getConnection()) {
            longWork.mayTakeLong(connection);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            var rows = new Rows(draft, copy, most, progress);
            List<ReadSheet> sheets;
            try {
                sheets = PriceListFile.read(sent, rows);
                rows.send();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            // The planner would take a table that was empty a moment ago for an empty one.
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT weigh('price_list_row')");
            }
            return new ReadList(rows.good, rows.bad, rows.cells, sheets);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void forgetTheImported(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoLongerNeeded rows) {
        Thread.ofVirtual().start(() -> {
            try {
                forget(rows.draft());
            } catch (RuntimeException e) {
                LOG.debugf("The rows of %s are forgotten later: %s", rows.draft(), e.getMessage());
            }
        });
    }

    /// The last line of the file that has a good row.
    int lastLine(UUID draft) {
        return database.sql("SELECT coalesce(max(line), 0) FROM price_list_row WHERE draft = :draft")
                .with("draft", draft)
                .one(Integer.class);
    }

    void forget(UUID draft) {
        database.sql("DELETE FROM price_list_row WHERE draft = :draft")
                .with("draft", draft)
                .write();
    }

    /// Writes rows in the form that COPY takes.
    private static final class Rows implements PriceListFile.Listener {
        private final UUID draft;
        private final CopyIn copy;
        private final int most;
        private final IntConsumer progress;
        private final StringBuilder text = new StringBuilder(BUFFER + 1_000);
        private final List<BadCell> cells = new ArrayList<>();
        private int good;
        private int bad;
        private int read;
        private int line;

        Rows(UUID draft, CopyIn copy, int most, IntConsumer progress) {
            this.draft = draft;
            this.copy = copy;
            this.most = most;
            this.progress = progress;
        }

        @Override
        public void good(long number, PricedRow row) {
            good++;
            reached(number);
            var room = row.room();
            var areas = row.areas();
            var price = row.price();
            text.append(draft).append('\t').append(line);
            field(Ids.next()).field(Ids.next());
            var door = room.door();
            text(room.building())
                    .text(room.buildingKey())
                    .text(door.section())
                    .text(door.floor())
                    .text(door.room())
                    .text(door.key())
                    .text(door.name())
                    .text(room.labelKey());
            field(row.kind().buildingType()).field(row.kind().productType());
            text(row.kind().layout()).text(row.kind().view());
            field(areas.building())
                    .field(areas.interior())
                    .field(areas.garden())
                    .field(areas.other());
            field(price.basis()).field(price.unitPrice()).field(price.total()).field(price.floorPrice());
            text.append('\n');
            if (text.length() >= BUFFER) {
                send();
            }
        }

        @Override
        public void bad(BadCell cell) {
            bad++;
            reached(cell.line());
            if (cells.size() < most) {
                cells.add(cell);
            }
        }

        private void reached(long number) {
            if (number != line) {
                progress.accept(++read);
            }
            line = (int) number;
        }

        void send() {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private Rows field(@Nullable Object value) {
            text.append('\t').append(value == null ? "\\N" : value);
            return this;
        }

        private Rows text(@Nullable String value) {
            if (value == null) {
                return field(null);
            }
            text.append('\t');
            for (int i = 0; i < value.length(); i++) {
                var character = value.charAt(i);
                switch (character) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(character);
                }
            }
            return this;
        }
    }
}
