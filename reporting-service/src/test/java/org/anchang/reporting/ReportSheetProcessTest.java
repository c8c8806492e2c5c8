package org.anchang.reporting;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Workbooks are read by another library than the one that wrote them, and held against the figures and lines that the
/// screen shows.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ReportSheetProcessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);
    private static final Map<String, List<String>> REPORTS = Map.ofEntries(
            Map.entry("FUNNEL_COHORT", List.of("NONE", "CHANNEL")),
            Map.entry("FUNNEL_CALENDAR", List.of("NONE", "WEEK")),
            Map.entry("SELL_THROUGH", List.of("BUILDING", "PRODUCT_TYPE")),
            Map.entry("COLLECTIONS", List.of("WEEK", "KIND")),
            Map.entry("FALLING_DUE", List.of("WEEK", "CONSULTANT")),
            Map.entry("OVERDUE", List.of("AGE", "CONSULTANT")),
            Map.entry("RANKING", List.of("CONSULTANT")),
            Map.entry("NOT_BUYING", List.of("REASON")),
            Map.entry("DOSSIERS", List.of("CONSULTANT", "CHANNEL")),
            Map.entry("RECEPTION", List.of("CONSULTANT", "DAY")),
            Map.entry("ENDINGS", List.of("REASON")),
            Map.entry("APPROVALS", List.of("FORM")));
    private static final List<String> IN_WORDS = List.of("CHANNEL", "PRODUCT_TYPE", "KIND", "REASON", "FORM");
    private static final Properties WORDS = words();

    private final ASale sale = new ASale(20260304, 24);
    private final Ask manager = Ask.as(Person.siteManager("chen.jing").in(sale.project));

    @Test
    @DisplayName(
            "RPT-2 RPT-3 PAP-3 every report, all of a period, and what a figure is made of stand in workbooks as on the"
                    + " screen; what is of more lines than the project lets is refused beforehand")
    void workbooks() throws IOException {
        sale.tell();
        var recount = new Recount(sale.events, ASale.FIRST, TODAY, TODAY);
        REPORTS.forEach((report, bys) -> {
            var counted = recount.of(report, bys.getFirst());
            await(report).untilAsserted(() -> assertThat(counts(report, bys.getFirst()))
                    .isEqualTo(counted));
        });

        for (var report : REPORTS.entrySet()) {
            for (var by : report.getValue()) {
                try (var book = book("/sheet?report=" + report.getKey() + "&by=" + by + "&")) {
                    assertThat(rows(book.getSheetAt(0)))
                            .as(report.getKey() + " " + by)
                            .isEqualTo(expected(report.getKey(), by));
                }
            }
        }
        try (var book = book("/book?")) {
            assertThat(book.getNumberOfSheets()).isEqualTo(REPORTS.size());
            REPORTS.forEach((report, bys) -> assertThat(rows(book.getSheet(word("report", report))))
                    .as(report)
                    .isEqualTo(expected(report, usual(report))));
            for (var sheet : book) {
                sheet.forEach(row ->
                        row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
            }
        }
        lines("COLLECTIONS", "KIND", "COLLECTED", "DEPOSIT");
        lines("NOT_BUYING", "REASON", "GIVEN_UP", null);
        lines("SELL_THROUGH", "BUILDING", "SOLD", "1栋");
        Ask.as(Person.administrator())
                .post(
                        "/api/v1/reporting-settings/" + sale.project + "/SHEET_LINES_MOST",
                        Map.of("value", "1", "validFrom", "2020-01-01", "reason", "test"))
                .then()
                .statusCode(204);
        var refused = answer("/sheet?report=COLLECTIONS&by=KIND&figure=COLLECTED&");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("SHEET_WOULD_BE_TOO_LONG");
    }

    private void lines(String report, String by, String figure, @Nullable String part) throws IOException {
        var which = "report=" + report + "&by=" + by + "&figure=" + figure + (part == null ? "" : "&part=" + part);
        var expected = new ArrayList<List<String>>();
        for (var line : asked("/lines?limit=200&" + which + "&").jsonPath().<Map<String, Object>>getList("items")) {
            var note = (String) line.get("note");
            expected.add(row(
                    line.get("onDay"),
                    line.get("customer"),
                    line.get("home"),
                    line.get("person"),
                    part(by, String.valueOf(line.get("part"))),
                    line.get("amount"),
                    plain(line.get("measure")),
                    note == null ? null : noteOf(report, note)));
        }
        assertThat(expected).as(which).isNotEmpty();
        try (var book = book("/sheet?" + which + "&")) {
            var found = rows(book.getSheet(word("figure", figure)));
            assertThat(found).as(which).isEqualTo(expected);
        }
    }

    private static String noteOf(String report, String note) {
        return switch (report) {
            case "NOT_BUYING" -> word("reason", note);
            case "SELL_THROUGH" -> word("state", note);
            default -> note;
        };
    }

    private List<List<String>> expected(String report, String by) {
        var rows = new ArrayList<List<String>>();
        for (var figure : figures(report, by)) {
            rows.add(row(
                    word("figure", String.valueOf(figure.get("figure"))),
                    figure.containsKey("part") ? part(by, String.valueOf(figure.get("part"))) : "合计",
                    figure.get("count"),
                    figure.get("amount"),
                    plain(figure.get("median")),
                    plain(figure.get("ninetieth"))));
        }
        assertThat(rows).as(report).isNotEmpty();
        return rows;
    }

    private static String part(String by, String part) {
        if (by.equals("AGE")) {
            var days = part.split("-", -1);
            return days[1].isEmpty() ? days[0] + " 天及以上" : days[0] + "–" + days[1] + " 天";
        }
        return IN_WORDS.contains(by) ? word(by.toLowerCase(Locale.ROOT), part) : part;
    }

    private String usual(String report) {
        return asked("/figures?report=" + report + "&").jsonPath().getString("by");
    }

    private List<Map<String, Object>> figures(String report, String by) {
        return asked("/figures?report=" + report + "&by=" + by + "&").jsonPath().getList("items");
    }

    private Map<String, String> counts(String report, String by) {
        var counts = new TreeMap<String, String>();
        figures(report, by)
                .forEach(figure -> counts.put(
                        figure.get("figure") + "|" + requireNonNullElse(figure.get("part"), "*"),
                        figure.get("count") + "|" + figure.get("amount")));
        return counts;
    }

    private XSSFWorkbook book(String path) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(asked(path).asByteArray()));
    }

    private Response asked(String path) {
        var answer = answer(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private Response answer(String path) {
        return manager.request()
                .header("Accept-Language", "zh-CN")
                .header("X-Office-Clock", TODAY + "T04:00:00Z")
                .get("/api/v1/reports%sproject=%s&from=%s&to=%s".formatted(path, sale.project, ASale.FIRST, TODAY));
    }

    /// Below the headings.
    private static List<List<String>> rows(Sheet sheet) {
        var rows = new ArrayList<List<String>>();
        for (var row : sheet) {
            if (row.getRowNum() > 0) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.add(cells);
            }
        }
        return rows;
    }

    /// What is not known prints `/`.
    private static List<String> row(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(value -> Objects.toString(value, ""))
                .map(text -> text.isEmpty() ? "/" : text)
                .toList();
    }

    private static @Nullable String plain(@Nullable Object number) {
        return number == null
                ? null
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    private static String word(String fact, String code) {
        return WORDS.getProperty(fact + "." + code, code);
    }

    private static Properties words() {
        var words = new Properties();
        try (var file =
                Objects.requireNonNull(ReportSheetProcessTest.class.getResourceAsStream("/facts_zh.properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
