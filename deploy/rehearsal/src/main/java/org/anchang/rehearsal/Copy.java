package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.client.Office;
import org.anchang.client.Person;
import org.anchang.rehearsal.Opening.OfficeTime;

/// A copy of the units that will open, in the project for rehearsals: buildings of their own in each rehearsal, so
/// that one does not meet what another left.
///
/// It is made of what the office's public API tells, and nothing is ever sent to the real project but questions.
public final class Copy {
    static final String WORD = "排练";

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMdd-HHmmss");
    private static final List<String> CERTIFICATES =
            List.of("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "CONSTRUCTION", "PRE_SALE");
    private static final List<String> COLUMNS = List.of("楼栋", "单元", "楼层", "房号", "建筑面积", "预售单价");
    private static final String FOR_WARM_UP = "热身";
    private static final int WARM_UNITS = 64;
    private static final int UNITS_OF_A_RELEASE = 10_000;
    private static final int NOT_FOUND = 404;

    private final String code;
    private final Person administrator;
    private final Person siteManager;

    Copy(Office office, String code, RehearsalOptions.Clerks clerks) {
        this.code = code;
        administrator = office.person(clerks.administrator());
        siteManager = office.person(clerks.siteManager());
    }

    /// Units of the copy, by id, all closed.
    ///
    /// @param forWarmUp in buildings of their own; they have no part in the load
    record Copied(List<String> units, List<String> forWarmUp) {}

    /// Makes the project for rehearsals where it is not there.
    ///
    /// @throws IllegalStateException if that code belongs to a real project, or the caller is no administrator
    void ready() {
        if (!found().path("rehearsal").asBoolean()) {
            throw new IllegalStateException(
                    "project " + code + " is a real one; name another for rehearsals with --copy");
        }
    }

    /// Copies these units, and the first of them once more for the warm-up, with their permits.
    Copied of(List<JsonNode> units) {
        var stamp = " " + WORD + STAMP.format(LocalDateTime.now(OFFICE));
        var warm = stamp + FOR_WARM_UP;
        var rows = Stream.concat(
                units.stream().map(unit -> row(unit, stamp)),
                units.stream().limit(WARM_UNITS).map(unit -> row(unit, warm)));
        administrator
                .postText("/price-lists?project=" + code, "text/csv; charset=UTF-8", priceList(rows))
                .done();
        for (var building : administrator.all("/buildings?project=" + code)) {
            var name = building.path("name").asText();
            if (name.endsWith(stamp) || name.endsWith(warm)) {
                certify(building.path("id").asText());
            }
        }
        var copies = administrator.all("/units?project=" + code + "&state=CLOSED");
        return new Copied(idsOf(copies, stamp), idsOf(copies, warm));
    }

    /// Puts units on sale at once.
    ///
    /// @return the clock of the office
    OfficeTime open(List<String> units) {
        var sent = System.nanoTime();
        var release = siteManager
                .post("/releases", Map.of("project", code, "units", units, "permit", WORD))
                .done();
        return new OfficeTime(Instant.parse(release.text("opensAt")), sent);
    }

    /// Plans that units open at a second, some seconds from now: the more units, the earlier the office begins.
    Opening plan(List<String> units, OfficeTime time) {
        var at = time.now()
                .plus(Duration.ofSeconds(4 + units.size() / 2_000))
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var releases = new ArrayList<String>();
        for (int from = 0; from < units.size(); from += UNITS_OF_A_RELEASE) {
            var some = units.subList(from, Math.min(units.size(), from + UNITS_OF_A_RELEASE));
            releases.add(siteManager
                    .post("/releases", Map.of("project", code, "units", some, "permit", WORD, "opensAt", at.toString()))
                    .done()
                    .id());
        }
        return new Opening(List.copyOf(releases), time.nanosAt(at));
    }

    private static List<String> idsOf(List<JsonNode> units, String stamp) {
        return units.stream()
                .filter(unit -> unit.path("building").asText().endsWith(stamp))
                .sorted(Comparator.comparing(unit -> unit.path("label").asText()))
                .map(unit -> unit.path("id").asText())
                .toList();
    }

    private JsonNode found() {
        var known = administrator.get("/projects/" + code);
        var project = known.status() == NOT_FOUND
                ? administrator.post(
                        "/projects", Map.of("code", code, "name", "开盘" + WORD, "region", WORD, "rehearsal", true))
                : known;
        return project.done().json();
    }

    private void certify(String building) {
        var certificates = "/buildings/" + building + "/certificates";
        for (var certificate : CERTIFICATES) {
            administrator
                    .post(certificates, Map.of("certificate", certificate, "number", WORD, "validFrom", "2020-01-01"))
                    .done();
        }
    }

    private static String priceList(Stream<String> rows) {
        return Stream.concat(Stream.of(String.join(",", COLUMNS)), rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(JsonNode unit, String stamp) {
        return Stream.of(
                        unit.path("building").asText() + stamp,
                        unit.path("section").asText(),
                        unit.path("floor").asText(),
                        unit.path("room").asText(),
                        unit.path("area").asText(),
                        unit.path("unitPrice").asText())
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /// The units of the real project that will open: those of the release, or all.
    static List<JsonNode> source(Office office, RehearsalOptions options) {
        var administrator = office.person(options.clerks().administrator());
        var units = administrator.all("/units?project=" + options.project());
        if (options.release() != null) {
            var released = new HashSet<String>();
            administrator
                    .all("/releases/" + options.release() + "/units")
                    .forEach(unit -> released.add(unit.path("id").asText()));
            units.removeIf(unit -> !released.contains(unit.path("id").asText()));
        }
        if (units.isEmpty()) {
            throw new IllegalStateException("project " + options.project()
                    + (options.release() == null ? " has no units" : " has no units of release " + options.release()));
        }
        units.sort(Comparator.comparing(unit -> unit.path("label").asText()));
        return units;
    }
}
