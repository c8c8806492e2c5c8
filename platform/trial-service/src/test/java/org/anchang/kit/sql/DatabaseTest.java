package org.anchang.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.test.OfficeBacking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DatabaseTest {
    private enum Colour {
        RED,
        GREEN
    }

    private record Price(Money listTotal, @Nullable Money floorPrice) {}

    private record Row(
            UUID id,
            String label,
            int floor,
            boolean isFree,
            Colour colour,
            Instant heldAt,
            @Nullable Instant endedAt,
            LocalDate day,
            Price price,
            @Nullable @Prefix("other") Price other) {}

    /// As the database orders them.
    private static final Comparator<UUID> BY_TEXT = Comparator.comparing(UUID::toString);

    @Inject
    Database database;

    @Test
    @DisplayName("a row is a record by name, whatever the order of its columns, records within it included")
    void rowsByName() {
        var id = UUID.randomUUID();
        var at = Instant.parse("2026-11-29T08:00:00.123456Z");

        var row = database.sql("""
                        SELECT CAST(:floor AS numeric(14, 2)) AS floor_price, :total AS list_total, CAST(:day AS date) AS day,
                               CAST(NULL AS timestamptz) AS ended_at, CAST(:at AS timestamptz) AS held_at, :colour AS colour,
                               1 < 2 AND 3 > 2 AS is_free, 12 AS floor, NULL::numeric AS other_list_total, NULL::numeric AS other_floor_price, 'a:b' AS label, :id::uuid AS id""")
                .with("floor", null)
                .with("total", Money.of("12.50"))
                .with("day", LocalDate.of(2026, 11, 29))
                .with("at", at)
                .with("colour", Colour.GREEN)
                .with("id", id)
                .one(Row.class);

        assertThat(row)
                .isEqualTo(new Row(
                        id,
                        "a:b",
                        12,
                        true,
                        Colour.GREEN,
                        at,
                        null,
                        LocalDate.of(2026, 11, 29),
                        new Price(Money.of("12.50"), null),
                        null));
    }

    @Test
    @DisplayName(
            "a column that the record does not have, a component without a column and a null for a number are errors")
    void strict() {
        record Pair(int one, @Nullable String two) {}

        assertThatThrownBy(() ->
                        database.sql("SELECT 1 AS one, 'x' AS two, 3 AS three").one(Pair.class))
                .hasMessageContaining("three");
        assertThatThrownBy(() -> database.sql("SELECT 1 AS one").one(Pair.class))
                .hasMessageContaining("two");
        assertThatThrownBy(() -> database.sql("SELECT CAST(NULL AS int) AS one, 'x' AS two")
                        .one(Pair.class))
                .hasMessageContaining("one");
        assertThatThrownBy(() -> database.sql("SELECT 1 AS one, 'x' AS two")
                        .with("nobody", 1)
                        .one(Pair.class))
                .hasMessageContaining("nobody");
    }

    @Test
    @DisplayName("collections and arrays are arrays, empty ones too; one column is a value")
    void arraysAndValues() {
        var ids = Set.of(UUID.randomUUID(), UUID.randomUUID());

        assertThat(database.sql("SELECT unnest(:ids)").with("ids", ids).rows(UUID.class))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(database.sql("SELECT 1 WHERE CAST(:id AS uuid) = ANY (:ids)")
                        .with("id", UUID.randomUUID())
                        .with("ids", List.of())
                        .row(Integer.class))
                .isEmpty();
        assertThat(database.sql("SELECT x FROM unnest(:colours) x")
                        .with("colours", Colour.values())
                        .rows(Colour.class))
                .containsExactly(Colour.RED, Colour.GREEN);
        assertThat(database.sql("SELECT sum(x) FROM unnest(:amounts) x")
                        .with("amounts", List.of(Money.of("1.10"), Money.of("2.20")))
                        .one(BigDecimal.class))
                .isEqualTo("3.30");
    }

    @Test
    @DisplayName(
            "what a column holds as JSON is a component of the row, lists and records too, and is written as it was")
    void json() {
        record Cell(String name, @Nullable BigDecimal area) {}
        record Held(
                int id,
                @Json List<Cell> cells,
                @Nullable @Json Cell one) {}
        var held = new Held(1, List.of(new Cell("a", new BigDecimal("1.50")), new Cell("b", null)), null);
        var select = "SELECT :id AS id, CAST(:cells AS jsonb) AS cells, CAST(:one AS jsonb) AS one";

        assertThat(database.sql(select).with(held).one(Held.class)).isEqualTo(held);
        assertThat(database.sql("SELECT 1 AS id, CAST('[]' AS json) AS cells, CAST(:one AS json) AS one")
                        .withJson("one", new Cell("c", null))
                        .one(Held.class))
                .isEqualTo(new Held(1, List.of(), new Cell("c", null)));
    }

    @Test
    @DisplayName(
            "a page of rows goes on by its cursor, by conditions or by a statement that says itself where it begins")
    void pages() {
        var ids = Stream.generate(UUID::randomUUID).limit(3).sorted(BY_TEXT).toList();
        var from = "SELECT id FROM unnest(:ids) id WHERE ";
        var itself = from + "CAST(:after AS uuid) IS NULL OR id > :after ORDER BY id LIMIT :rows";
        var first = database.page(
                from, new Conditions("1 = 1", ids(ids)).by("id", new PageRequest(2, null)), UUID.class, id -> id);
        var second = new PageRequest(2, first.next());

        assertThat(database.page(from, new Conditions("1 = 1", ids(ids)).by("id", second), UUID.class, id -> id))
                .isEqualTo(new Page<>(List.of(ids.getLast()), null));
        assertThat(database.sql(itself).with("ids", ids).page(second, UUID.class, id -> id))
                .isEqualTo(new Page<>(List.of(ids.getLast()), null));
        assertThat(database.sql(itself)
                        .with("ids", ids)
                        .page(new PageRequest(2, null), UUID.class, id -> id)
                        .items())
                .isEqualTo(ids.subList(0, 2));
    }

    private static Map<String, Object> ids(List<UUID> ids) {
        return new HashMap<>(Map.of("ids", ids));
    }

    @Test
    @DisplayName("statements take part in the transaction: what it writes it sees, and a rollback takes it back")
    void transaction() {
        record Line(int id, String text, @Nullable Instant at) {}
        var insert = "INSERT INTO line (id, text, at) VALUES (:id, :text, :at)";

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.writeAll(insert, List.of(new Line(1, "one", null), new Line(2, "two", Instant.EPOCH)));
                    assertThat(database.sql("SELECT id, text, at FROM line ORDER BY id")
                                    .rows(Line.class))
                            .containsExactly(new Line(1, "one", null), new Line(2, "two", Instant.EPOCH));
                    var batches = new ArrayList<Integer>();
                    database.sql("SELECT id FROM generate_series(1, 5) id")
                            .batches(2, Integer.class, batch -> batches.add(batch.size()));
                    assertThat(batches).containsExactly(2, 2, 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(database.sql("SELECT count(*) FROM line").one(Integer.class)).isZero();
    }

    @Test
    @DisplayName("CUS-6 what goes wrong quotes neither the statement nor its parameters")
    void failuresAreDiscreet() {
        assertThatThrownBy(() -> database.sql("SELECT CAST(:phone AS text)::int")
                        .with("phone", "nobody's")
                        .one(Integer.class))
                .message()
                .doesNotContain("phone");
    }
}
