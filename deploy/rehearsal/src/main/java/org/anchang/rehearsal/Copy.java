package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A copy of the units that will open, in the project for rehearsals: buildings of their own in each rehearsal, so
/// that one does not meet what another left.
///
/// It is made of what the office's public API tells, and nothing is ever sent to the real project but questions.
public final class Copy {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMdd-HHmmss");
    private static final List<String> CERTIFICATES =
            List.of("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "CONSTRUCTION", "PRE_SALE");
    private static final List<String> COLUMNS = List.of("楼栋", "单元", "楼层", "房号", "建筑面积", "预售单价");
    private static final String WORD = "排练";
    private static final int NOT_FOUND = 404;

    private final SalesOffice office;
    private final String code;
    private final RehearsalOptions.Clerks clerks;

    Copy(SalesOffice office, String code, RehearsalOptions.Clerks clerks) {
        this.office = office;
        this.code = code;
        this.clerks = clerks;
    }

    /// Makes the project for rehearsals where it is not there, and lets holds in it outlast the rehearsal.
    ///
    /// @throws IllegalStateException if that code belongs to a real project, or the caller is no administrator
    void ready() {
        var administrator = clerks.administrator();
        if (!found(administrator).path("rehearsal").asBoolean()) {
            throw new IllegalStateException(
                    "project " + code + " is a real one; name another for rehearsals with --copy");
        }
        var today = LocalDate.now(OFFICE).toString();
        Map.of("HOLD_MINUTES_LONGEST", "1440", "HOLD_MINUTES", "1440", "HOLD_LIMIT_PER_CONSULTANT", "1000000")
                .forEach((name, value) -> office.post(
                        administrator,
                        "/inventory-settings/" + code + "/" + name,
                        Map.of("value", value, "validFrom", today, "reason", WORD)));
    }

    /// Copies these units with their permits, and puts them on sale.
    ///
    /// @return ids of the copied units, in the order of the building
    List<String> of(List<JsonNode> units) {
        var administrator = clerks.administrator();
        var stamp = " " + WORD + STAMP.format(LocalDateTime.now(OFFICE));
        office.post(administrator, "/price-lists?project=" + code, "text/csv; charset=UTF-8", priceList(units, stamp));
        var buildings =
                office.get(administrator, "/buildings?project=" + code).json().path("items");
        for (var building : buildings) {
            if (building.path("name").asText().endsWith(stamp)) {
                open(building.path("id").asText());
            }
        }
        return onSale();
    }

    /// Takes whatever is on sale in the project for rehearsals off sale. The copies stay for reference: holds and
    /// prices are on record for good.
    ///
    /// @return how many
    int withdraw() {
        var units = onSale();
        units.forEach(unit ->
                office.post(clerks.siteManager(), "/units/" + unit + "/withholdings", Map.of("reason", WORD + "结束")));
        return units.size();
    }

    private List<String> onSale() {
        return office.all(clerks.siteManager(), "/units?project=" + code + "&state=AVAILABLE").stream()
                .map(unit -> unit.path("id").asText())
                .toList();
    }

    private JsonNode found(String administrator) {
        try {
            return office.get(administrator, "/projects/" + code).json();
        } catch (SalesOffice.Refused e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return office.post(
                    administrator,
                    "/projects",
                    Map.of("code", code, "name", "开盘" + WORD, "region", WORD, "rehearsal", true));
        }
    }

    private void open(String building) {
        var certificates = "/buildings/" + building + "/certificates";
        for (var certificate : CERTIFICATES) {
            office.post(
                    clerks.administrator(),
                    certificates,
                    Map.of("certificate", certificate, "number", WORD, "validFrom", "2020-01-01"));
        }
        office.post(clerks.siteManager(), "/releases", Map.of("project", code, "building", building, "permit", WORD));
    }

    private static String priceList(List<JsonNode> units, String stamp) {
        return Stream.concat(
                        Stream.of(String.join(",", COLUMNS)), units.stream().map(unit -> row(unit, stamp)))
                .collect(Collectors.joining("\n", "", "\n"));
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
    static List<JsonNode> source(SalesOffice office, RehearsalOptions options) {
        var administrator = options.clerks().administrator();
        var units = office.all(administrator, "/units?project=" + options.project());
        if (options.release() != null) {
            var released = new HashSet<String>();
            office.all(administrator, "/releases/" + options.release() + "/units")
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
