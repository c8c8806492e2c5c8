package org.anchang.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/// A kind of value in an interface document, and what is written in its place by mistake or with intent.
enum Kind {
    TEXT(List.of("\"a\\u0000b\"", "\"\\ud83d\"", "7", "true", "[]", "{}"), List.of("a\0b")),
    ID(List.of("7", "\"\"", "\"x\"", "\"AZm2ol0/fEGaVT8fDmwrEA==\"", "[]"), List.of("x", "", "1-1-1-1-1")),
    WHOLE_NUMBER(
            List.of("12.5", "\"12\"", "\"abc\"", "1e400", "99999999999999999999", "true", "[]"),
            List.of("abc", "1.5", "", "1e3", "99999999999999999999")),
    DECIMAL(
            List.of("\"abc\"", "\"1e400\"", "1e400", "9".repeat(1500), "\"" + "9".repeat(40) + "\"", "true", "[]", "\"\""),
            List.of("abc", "1e400", "", "9".repeat(40))),
    AMOUNT(Stream.concat(DECIMAL.inBodies.stream(), Stream.of("\"-1.00\"", "-1", "\"1.001\"")).toList(), DECIMAL.inQueries),
    DATE(
            List.of(
                    "\"0001-01-01\"",
                    "\"-0001-01-01\"",
                    "\"+10000-01-01\"",
                    "\"+999999999-12-31\"",
                    "\"-999999999-01-01\"",
                    "\"2026-02-30\"",
                    "\"2026-11-29T00:00:00Z\"",
                    "20261129",
                    "[2026,11,29]",
                    "\"\""),
            List.of("0001-01-01", "-0001-01-01", "+10000-01-01", "+999999999-12-31", "2026/01/01", "2026-02-30", "")),
    MOMENT(
            List.of(
                    "\"0001-01-01T00:00:00Z\"",
                    "\"+10000-01-01T00:00:00Z\"",
                    "\"+1000000000-12-31T23:59:59Z\"",
                    "\"-1000000000-01-01T00:00:00Z\"",
                    "\"2026-11-29\"",
                    "1795910400",
                    "\"\""),
            List.of("2026-11-29", "0001-01-01T00:00:00Z", "")),
    YES_OR_NO(List.of("\"true\"", "1", "\"\"", "[]"), List.of("banana", "1", "")),
    CHOICE(List.of("0", "\"0\"", "\"BOGUS\"", "\"\"", "true", "[]"), List.of("BOGUS", "0", "")),
    LIST(List.of("{}", "\"x\"", "\"\"", "7"), List.of()),
    OBJECT(List.of("[]", "\"x\"", "\"\"", "7"), List.of());

    /// As JSON.
    final List<String> inBodies;

    final List<String> inQueries;

    Kind(List<String> inBodies, List<String> inQueries) {
        this.inBodies = inBodies;
        this.inQueries = inQueries;
    }

    /// @param name   of the schema, e.g. `Money`
    /// @param schema without references
    static Kind of(String name, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> YES_OR_NO;
            case "integer" -> WHOLE_NUMBER;
            case "array" -> LIST;
            case "string" -> ofText(name, schema);
            default -> OBJECT;
        };
    }

    private static Kind ofText(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return CHOICE;
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> ID;
            case "date" -> DATE;
            case "date-time" -> MOMENT;
            case "decimal" -> name.equals("Money") ? AMOUNT : DECIMAL;
            default -> TEXT;
        };
    }
}
