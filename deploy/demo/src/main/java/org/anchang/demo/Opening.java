package org.anchang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchang.client.Office;
import org.anchang.client.Person;

/// The office opens: the project with its price list and permits, the commission plan, the release of the units.
final class Opening {
    private static final Instant NO_OFFICE_HAS = Instant.parse("9999-01-01T00:00:00Z");

    private static final String PERMIT = "洛房预售字2026第018号";
    private static final Map<String, String> CERTIFICATES = Map.of(
            "LAND_USE", "洛国用2025第0107号",
            "LAND_PLANNING", "地字第410300202500031号",
            "WORKS_PLANNING", "建字第410300202500052号",
            "CONSTRUCTION", "410302202509180101",
            "PRE_SALE", PERMIT);
    /// Units kept back for a later release.
    private static final int KEPT_BACK = 16;

    private final Office office;
    private final String project;
    private final Season season;

    Opening(Office office, String project, Season season) {
        this.office = office;
        this.project = project;
        this.season = season;
    }

    /// Whether the office has been opened before.
    boolean tookPlace() {
        return office.person(Staff.ADMINISTRATOR).get("/projects/" + project).isDone();
    }

    /// Whoever reads the moment of a request objects to one that no office has; others pass over it.
    private boolean letsItsClockBeSet() {
        return office.person(Staff.ADMINISTRATOR)
                .at(NO_OFFICE_HAS)
                .get("/projects/" + project)
                .code()
                .equals("CLOCK_NOT_UNDERSTOOD");
    }

    /// @return ids of the units on sale, in the order of the price list
    List<String> takePlace(PriceList list) {
        var administrator = at(Staff.ADMINISTRATOR);
        if (!letsItsClockBeSet()) {
            throw new IllegalStateException(
                    "this office does not let its clock be set; start it with deploy/up --demo");
        }
        administrator
                .post("/projects", Map.of("code", project, "name", list.projectName(), "region", "LY", "city", "洛阳"))
                .done();
        administrator
                .postText("/price-lists?project=" + project, "text/csv; charset=UTF-8", list.csv())
                .done();
        var validFrom = season.opening().minusDays(60).toString();
        for (var building : all(administrator, "/buildings?project=" + project)) {
            var path = "/buildings/" + building + "/certificates";
            CERTIFICATES.forEach((certificate, number) -> administrator
                    .post(path, Map.of("certificate", certificate, "number", number, "validFrom", validFrom))
                    .done());
        }
        publishCommissionPlan();
        enterConsultants();
        var units = units();
        var released = units.subList(0, Math.max(1, units.size() - KEPT_BACK));
        at(Staff.SITE_MANAGER)
                .post("/releases", Map.of("project", project, "units", released, "permit", PERMIT, "note", "首次开盘"))
                .done();
        recordAbsences();
        return released;
    }

    /// Holds of the season's past must outlast the minutes in which it is played.
    void letHoldsLast() {
        set("HOLD_MINUTES", "10080", season.opening());
        set("HOLD_MINUTES_LONGEST", "20160", season.opening());
        set("HOLD_LIMIT_PER_CONSULTANT", "200", season.opening());
    }

    /// From today on the office has its ordinary limits.
    void letHoldsEndAsUsual() {
        var today = LocalDate.now(Season.ZONE);
        set("HOLD_MINUTES", "15", today);
        set("HOLD_MINUTES_LONGEST", "60", today);
        set("HOLD_LIMIT_PER_CONSULTANT", "30", today);
    }

    /// REF-3: whoever brings a buyer is owed something from the first day on.
    void promiseRewards() {
        set("customer", "REFERRAL_REWARD", "2000.00", season.opening());
        set("customer", "REFERRAL_BUDGET", "100000.00", season.opening());
    }

    /// PAP-1, RPT-2: what stands on the papers, and when managers are told of the sheets.
    void nameOnPapers() {
        for (var service : List.of("deal", "customer", "inventory", "commission")) {
            set(service, "COMPANY_NAME", "洛阳云杉置业有限公司", season.opening());
        }
        for (var service : List.of("deal", "commission")) {
            set(service, "PROJECT_NAME", "云杉里", season.opening());
        }
        set("customer", "SHEETS_AT", "8", season.opening());
    }

    private void set(String name, String value, LocalDate from) {
        set("inventory", name, value, from);
    }

    private void set(String service, String name, String value, LocalDate from) {
        office.person(Staff.ADMINISTRATOR)
                .post(
                        "/" + service + "-settings/" + project + "/" + name,
                        Map.of("value", value, "validFrom", from.toString(), "reason", "演示项目"))
                .done();
    }

    private void publishCommissionPlan() {
        at(Staff.GENERAL_MANAGER)
                .post(
                        "/commission-plans",
                        Map.of(
                                "project", project,
                                "validFrom", season.opening().toString(),
                                "lines",
                                        List.of(
                                                Map.of("rate", "0.80"),
                                                Map.of("rate", "1.00", "fromTotal", "1500000.00")),
                                "earnedAt", "SIGNED",
                                "payout", Map.of("atEarning", "60.00", "withFiling", "40.00")))
                .done();
    }

    private void enterConsultants() {
        for (var consultant : Staff.CONSULTANTS) {
            at(Staff.SITE_MANAGER)
                    .post("/consultants", Map.of("project", project, "person", consultant))
                    .done();
        }
    }

    private void recordAbsences() {
        for (var away : Season.ABSENCES) {
            office.person(Staff.SITE_MANAGER)
                    .at(moment(season.date(away.from())))
                    .post(
                            "/absences",
                            Map.of(
                                    "project", project,
                                    "person", away.person(),
                                    "kind", away.kind(),
                                    "from", moment(season.date(away.from())).toString(),
                                    "until",
                                            moment(season.date(away.until()).plusDays(1))
                                                    .toString()))
                    .done();
        }
    }

    private List<String> units() {
        return all(at(Staff.SITE_MANAGER), "/units?project=" + project);
    }

    /// @return ids
    private static List<String> all(Person person, String path) {
        var ids = new ArrayList<String>();
        for (var cursor = ""; ; ) {
            var page = person.get(path + "&limit=200" + cursor).done();
            page.at("items").forEach(one -> ids.add(one.path("id").asText()));
            if (page.text("next").isEmpty()) {
                return ids;
            }
            cursor = "&cursor=" + page.text("next");
        }
    }

    private Person at(String person) {
        return office.person(person).at(moment(season.opening()));
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(8, 0).atZone(Season.ZONE).toInstant();
    }
}
