package org.anchang.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class FiguresProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate FROM = ASale.FIRST.plusDays(7);
    private static final LocalDate TO = LocalDate.of(2026, 5, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);

    private record Asked(String report, String by) {}

    private static final List<Asked> ALL = List.of(
            new Asked("FUNNEL_COHORT", "NONE"),
            new Asked("FUNNEL_COHORT", "CHANNEL"),
            new Asked("FUNNEL_COHORT", "CONSULTANT"),
            new Asked("FUNNEL_CALENDAR", "CHANNEL"),
            new Asked("FUNNEL_CALENDAR", "CONSULTANT"),
            new Asked("FUNNEL_CALENDAR", "WEEK"),
            new Asked("SELL_THROUGH", "BUILDING"),
            new Asked("SELL_THROUGH", "LAYOUT"),
            new Asked("COLLECTIONS", "WEEK"),
            new Asked("COLLECTIONS", "KIND"),
            new Asked("FALLING_DUE", "WEEK"),
            new Asked("FALLING_DUE", "KIND"),
            new Asked("OVERDUE", "AGE"),
            new Asked("OVERDUE", "CONSULTANT"),
            new Asked("RANKING", "CONSULTANT"),
            new Asked("NOT_BUYING", "REASON"),
            new Asked("DOSSIERS", "NONE"),
            new Asked("DOSSIERS", "CONSULTANT"),
            new Asked("RECEPTION", "CONSULTANT"),
            new Asked("ENDINGS", "REASON"),
            new Asked("APPROVALS", "FORM"));

    @Test
    @DisplayName("RPT-3 figures of a history made by chance, told out of order and twice, are as counted plainly")
    void figuresAreWhatHappened() {
        var sale = new ASale(20260301, 24);
        sale.tell();
        var manager = Ask.as(Person.siteManager("chen.jing").in(sale.project));
        var recount = new Recount(sale.events, FROM, TO, TODAY);

        for (var asked : ALL) {
            var expected = recount.of(asked.report(), asked.by());
            await(asked.toString()).atMost(PATIENCE).untilAsserted(() -> assertThat(said(manager, sale, asked))
                    .isEqualTo(expected));
        }
        for (var asked : List.of(ALL.get(1), ALL.get(3), ALL.get(12), ALL.get(14))) {
            recount.of(asked.report(), asked.by())
                    .forEach((figure, value) -> assertThat(opened(manager, sale, asked, figure))
                            .as(asked + " " + figure)
                            .isEqualTo(value));
        }
    }

    @Test
    @DisplayName("RPT-2 read models made anew while they are read and added to come out the same")
    void rebuiltIsLive() {
        var sale = new ASale(20260302, 16);
        var later = List.copyOf(sale.events.subList(sale.events.size() / 2, sale.events.size()));
        sale.events.removeAll(later);
        sale.tell();
        sale.events.addAll(later);
        var manager = Ask.as(Person.siteManager("chen.jing").in(sale.project));
        var operator = Ask.as(Person.administrator());
        var before = current(operator);

        operator.post("/operations/rebuilds").then().statusCode(200);
        sale.tellTheRest(later);

        await().atMost(PATIENCE).until(() -> current(operator) > before);
        var recount = new Recount(sale.events, FROM, TO, TODAY);
        for (var asked : ALL) {
            var expected = recount.of(asked.report(), asked.by());
            await(asked.toString()).atMost(PATIENCE).untilAsserted(() -> assertThat(said(manager, sale, asked))
                    .isEqualTo(expected));
        }
    }

    @Test
    @DisplayName("SEC-1 RPT-2 a consultant sees the own line only; what cannot be asked is refused")
    void scope() {
        var sale = new ASale(20260303, 10);
        sale.tell();
        var manager = Ask.as(Person.siteManager("chen.jing").in(sale.project));
        var consultant = Ask.as(Person.consultant("li.na").in(sale.project));
        var asked = new Asked("FUNNEL_COHORT", "CONSULTANT");
        var expected = new Recount(sale.events, FROM, TO, TODAY).of(asked.report(), asked.by());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(manager, sale, asked)).isEqualTo(expected));

        var own = said(consultant, sale, asked);
        assertThat(own.keySet()).allMatch(figure -> figure.endsWith("|*") || figure.endsWith("|li.na"));
        own.forEach((figure, value) -> assertThat(value).isEqualTo(own.get(figure.replace("|*", "|li.na"))));

        assertThat(ask(manager, sale, new Asked("OVERDUE", "CHANNEL"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("REPORT_IS_NOT_PARTED_LIKE_THAT");
        assertThat(manager.get("/api/v1/reports/figures?report=OVERDUE&from=2026-03-02&to=2026-03-01&project="
                                + sale.project)
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("PERIOD_ENDS_BEFORE_IT_BEGINS");
    }

    private static int current(Ask operator) {
        return operator.get("/operations/rebuilds").jsonPath().getInt("items.find { it.state == 'CURRENT' }.number");
    }

    private static String address(ASale sale, Asked asked) {
        return "?project=%s&report=%s&by=%s&from=%s&to=%s"
                .formatted(sale.project, asked.report(), asked.by(), FROM, TO);
    }

    private static Response ask(Ask who, ASale sale, Asked asked) {
        return who.request()
                .header("X-Office-Clock", TODAY + "T04:00:00Z")
                .get("/api/v1/reports/figures" + address(sale, asked));
    }

    private static Map<String, String> said(Ask who, ASale sale, Asked asked) {
        var said = new TreeMap<String, String>();
        for (var item : ask(who, sale, asked).jsonPath().<Map<String, Object>>getList("items")) {
            said.put(
                    item.get("figure") + "|" + item.getOrDefault("part", "*"),
                    item.get("count") + "|" + item.get("amount"));
        }
        return said;
    }

    /// All pages of what the figure opens, counted and summed up.
    private static String opened(Ask who, ASale sale, Asked asked, String figure) {
        var parts = figure.split("\\|", -1);
        var keys = new HashMap<String, java.math.BigDecimal>();
        String cursor = null;
        do {
            var request = who.request()
                    .header("X-Office-Clock", TODAY + "T04:00:00Z")
                    .queryParam("figure", parts[0])
                    .queryParam("limit", 7);
            if (!parts[1].equals("*")) {
                request.queryParam("part", parts[1]);
            }
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/api/v1/reports/lines" + address(sale, asked))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (var line : page.<Map<String, Object>>getList("items")) {
                keys.put((String) line.get("key"), new java.math.BigDecimal((String) line.get("amount")));
            }
            cursor = page.getString("next");
        } while (cursor != null);
        return keys.size()
                + "|"
                + keys.values().stream()
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                        .setScale(2)
                        .toPlainString();
    }
}
