package org.anchang.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds for every list that a service gives out as a file. A service's `EveryExportTest` names its lists, and
/// sees to it that Li Na and Wang Wei have something each in every one of them, each column filled in one row or
/// another. The files are written once for all rules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryExport {
    protected static final String LI_NA = "li.na";
    protected static final String WANG_WEI = "wang.wei";

    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");
    private static final Pattern ROW = Pattern.compile("<row [^>]*>(.*?)</row>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)\\d+\"[^>]*>(.*?)</c>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /// @param list  e.g. `deals`
    /// @param asker what somebody is to the project: one of three
    private record File(String list, String asker) {}

    private static final String MANAGER = "manager";
    private static final String CONSULTANT = "consultant";
    private static final String STRANGER = "stranger";

    private final String exports;
    private final Map<File, List<Map<String, String>>> rows = new HashMap<>();
    private @Nullable Ask stranger;
    private @Nullable String project;
    private @Nullable String managers;

    /// @param service e.g. `deal`
    protected EveryExport(String service) {
        this.exports = "/api/v1/" + service + "-exports";
    }

    /// Every one that the service has.
    protected abstract List<String> lists();

    /// @return the project in which there is something
    protected abstract String fill();

    @BeforeEach
    void write() throws IOException {
        if (project != null) {
            return;
        }
        var filled = fill();
        var elsewhere = "else-" + UUID.randomUUID().toString().substring(0, 13);
        var outsider = Ask.as(Person.siteManager("zhou.min").in(elsewhere));
        stranger = outsider;
        var askers = Map.of(
                MANAGER, Ask.as(Person.siteManager("export.manager").in(filled)),
                CONSULTANT, Ask.as(Person.consultant(LI_NA).in(filled)),
                STRANGER, outsider);
        var asked = new HashMap<File, String>();
        for (var list : lists()) {
            askers.forEach((asker, ask) -> {
                var answer = ask(ask, asker.equals(STRANGER) ? elsewhere : filled, list);
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
                asked.put(new File(list, asker), answer.path("id"));
            });
        }
        for (var file : asked.entrySet()) {
            var ask = requireNonNull(askers.get(file.getKey().asker()));
            var path = exports + "/" + file.getValue();
            var ended = await().until(() -> ask.get(path).jsonPath(), export -> !isUnderWay(export));
            assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("READY");
            managers = file.getKey().asker().equals(MANAGER) ? path : managers;
            rows.put(file.getKey(), rows(ask.get(path + "/file").asByteArray()));
        }
        project = filled;
    }

    @Test
    @DisplayName("PAP-3 a manager's file has everybody's rows, and each of its columns is filled")
    void eachColumnIsFilled() {
        for (var list : lists()) {
            var all = rowsOf(list, MANAGER);
            assertThat(said(all)).as(list).anyMatch(LI_NA::equals).anyMatch(WANG_WEI::equals);
            assertThat(all.getFirst().keySet()).as(list).allSatisfy(column -> assertThat(all)
                    .as("%s: %s", list, column)
                    .anyMatch(row -> !row.getOrDefault(column, "").isEmpty()));
        }
    }

    @Test
    @DisplayName("SEC-1 PAP-3 a consultant's file says nothing of another's")
    void ownAlone() {
        for (var list : lists()) {
            assertThat(said(rowsOf(list, CONSULTANT)))
                    .as(list)
                    .anyMatch(LI_NA::equals)
                    .noneMatch(WANG_WEI::equals);
        }
    }

    @Test
    @DisplayName("SEC-1 PAP-3 a file has nothing of another project, whose lists are not to be asked for")
    void anotherProject() {
        for (var list : lists()) {
            assertThat(rowsOf(list, STRANGER)).as(list).isEmpty();
            assertThat(ask(requireNonNull(stranger), requireNonNull(project), list)
                            .statusCode())
                    .as(list)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("SEC-1 PAP-3 who does not hold the role any more with which they asked has no file either")
    void roleIsGone() {
        var since = Ask.as(Person.consultant("export.manager").in(requireNonNull(project)));

        assertThat(since.get(managers + "/file").statusCode()).isEqualTo(403);
    }

    private static boolean isUnderWay(JsonPath export) {
        return UNDER_WAY.contains(export.getString("state"));
    }

    private Response ask(Ask who, String in, String list) {
        return who.post(exports, Map.of("project", in, "list", list));
    }

    private List<Map<String, String>> rowsOf(String list, String asker) {
        return requireNonNull(rows.get(new File(list, asker)));
    }

    private static List<String> said(List<Map<String, String>> rows) {
        return rows.stream().flatMap(row -> row.values().stream()).toList();
    }

    /// By their headings, which stand in the second line.
    private static List<Map<String, String>> rows(byte[] workbook) throws IOException {
        var lines = ROW.matcher(sheet(workbook))
                .results()
                .map(row -> cells(row.group(1)))
                .toList();
        var headings = lines.get(1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(2, lines.size())) {
            var row = new TreeMap<String, String>();
            headings.forEach((column, heading) -> row.put(heading, line.getOrDefault(column, "")));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String> cells(String row) {
        var cells = new TreeMap<String, String>();
        CELL.matcher(row)
                .results()
                .forEach(cell ->
                        cells.put(cell.group(1), TAG.matcher(cell.group(2)).replaceAll("")));
        return cells;
    }

    /// By its table of contents: an entry's head does not say yet how long it is.
    private static String sheet(byte[] workbook) throws IOException {
        var file = Files.createTempFile("export", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                var first = requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml"));
                return new String(zip.getInputStream(first).readAllBytes(), UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
