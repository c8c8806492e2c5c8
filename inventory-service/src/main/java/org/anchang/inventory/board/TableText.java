package org.anchang.inventory.board;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anchang.inventory.board.Table.Form;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Writes the table as JSON, whole or in parts.
@ApplicationScoped
class TableText {
    /// What somebody looks at.
    record Look(View view, Form form) {
        /// Tells one from another, in an ETag.
        String mark() {
            var mark = view.name().substring(0, 1).toLowerCase(Locale.ROOT);
            return form == Form.COMPACT ? mark + "c" : mark;
        }
    }

    /// The table without its buildings: what is written before them, and after.
    record Frame(byte[] before, byte[] after) {}

    /// A unit as an array; of which building and floor it is, is said by where it stands.
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonIgnoreProperties({"building", "floor"})
    private interface Compact {}

    /// A cell by itself, in the stream.
    ///
    /// @param version of the table that it belongs to
    @Schema(
            description = "The data of an event: the cell, whole, and the version of the table that it belongs to",
            requiredProperties = {
                "unit",
                "building",
                "section",
                "floor",
                "room",
                "label",
                "productType",
                "state",
                "version"
            })
    record ChangedCell(@JsonUnwrapped Cell cell, long version) {}

    /// What a reader is told who would have to be shown too many cells.
    ///
    /// @param version of the table, at least, that is to be read
    record ReadAgain(long version) {}

    static final Piece COMMA = Piece.of(new byte[] {','});

    /// What stands where in such an array.
    private static final List<String> COLUMNS = columnsOf(Cell.class.getAnnotation(JsonPropertyOrder.class));

    private static final String BUILDINGS = "\"buildings\":[";

    private final ObjectMapper full;
    private final ObjectMapper compact;

    TableText(ObjectMapper json) {
        full = json;
        compact = json.copy().addMixIn(Cell.class, Compact.class);
    }

    private static List<String> columnsOf(JsonPropertyOrder order) {
        var leftOut =
                List.of(Compact.class.getAnnotation(JsonIgnoreProperties.class).value());
        return Stream.of(order.value())
                .filter(column -> !leftOut.contains(column))
                .toList();
    }

    static @Nullable List<String> columns(Form form) {
        return form == Form.COMPACT ? COLUMNS : null;
    }

    byte[] of(Object part, Form form) {
        try {
            return (form == Form.COMPACT ? compact : full).writeValueAsBytes(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Frame frame(Table empty) {
        var text = new String(of(empty, Form.FULL), StandardCharsets.UTF_8);
        var gap = text.indexOf(BUILDINGS) + BUILDINGS.length();
        return new Frame(
                text.substring(0, gap).getBytes(StandardCharsets.UTF_8),
                text.substring(gap).getBytes(StandardCharsets.UTF_8));
    }

    /// A cell that changed, as an event of the stream.
    String changed(Cell cell, long version) {
        return event(version, new ChangedCell(cell, version));
    }

    /// The event for a reader who has missed too much.
    String readAgain(long version) {
        return "event:reload\n" + event(version, new ReadAgain(version));
    }

    private String event(long id, Object data) {
        try {
            return "id:" + id + "\ndata:" + full.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
