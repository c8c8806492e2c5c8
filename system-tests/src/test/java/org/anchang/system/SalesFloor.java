package org.anchang.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.client.Answer;
import org.anchang.client.Person;
import org.anchang.office.Office;
import org.jspecify.annotations.Nullable;

/// One project on sale, and the steps of its people, one method each.
final class SalesFloor implements AutoCloseable {
    static final List<String> CERTIFICATES =
            List.of("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "CONSTRUCTION", "PRE_SALE");
    static final BigDecimal FULL_DEPOSIT = new BigDecimal("50000.00");
    private static final BigDecimal DISCOUNT = new BigDecimal("10000.00");
    /// Between two looks at what is about to come: asked more often, it comes later.
    private static final Duration A_MOMENT = Duration.ofMillis(150);

    private final Duration soon;

    final LocalDate today = Papers.today();
    final String project;
    final org.anchang.client.Office office;
    final Person admin;
    final Person liNa;
    final Person wangLei;
    final Person zhaoMin;
    final Person siteManager;
    final Person salesManager;
    final Person generalManager;
    final Person finance;
    final Person statistician;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Duration> delays = new CopyOnWriteArrayList<>();
    private @Nullable Screen screen;
    private Iterator<String> freeUnits = List.<String>of().iterator();
    private String furtherUnits = "";

    SalesFloor(Office running, String project) {
        this(running, project, Duration.ofSeconds(30));
    }

    /// @param patience how long commands are sent again while a part of the office is away
    SalesFloor(Office running, String project, Duration patience) {
        this.project = project;
        soon = patience;
        office = new org.anchang.client.Office(
                running.gateway().toString(), running.issuer().toString(), "anchang", patience);
        admin = office.person("admin.office");
        liNa = office.person("li.na");
        wangLei = office.person("wang.lei");
        zhaoMin = office.person("zhao.min");
        siteManager = office.person("chen.jing");
        salesManager = office.person("zhou.qiang");
        generalManager = office.person("huang.wei");
        finance = office.person("zheng.yun");
        statistician = office.person("wu.fang");
    }

    /// From now on each step waits until this screen shows it.
    SalesFloor watchedOn(Screen watched) {
        screen = watched;
        return this;
    }

    /// How long after each command, or after what it led to was known, the screen showed it.
    List<Duration> delays() {
        return List.copyOf(delays);
    }

    /// An administrator creates the project with its price list.
    ///
    /// @return what the import answered
    Answer create(String priceList) {
        admin.post("/projects", Map.of("code", project, "name", PriceLists.project(priceList), "region", "LY"))
                .done();
        return admin.postText("/price-lists?project=" + project, "text/csv; charset=UTF-8", priceList)
                .done();
    }

    void recordCertificates() {
        for (var building :
                admin.get("/buildings?limit=200&project=" + project).done().at("items")) {
            for (var certificate : CERTIFICATES) {
                admin.post(
                                "/buildings/" + building.path("id").asText() + "/certificates",
                                Map.of(
                                        "certificate",
                                        certificate,
                                        "number",
                                        certificate + "-2026",
                                        "validFrom",
                                        today.minusYears(1).toString()))
                        .done();
            }
        }
    }

    Answer release() {
        return siteManager.post("/releases", Map.of("project", project, "everything", true, "permit", "PRE_SALE-2026"));
    }

    void publishPlan(String earnedAt) {
        admin.post(
                        "/commission-plans",
                        Map.of(
                                "project", project,
                                "validFrom", today.minusYears(1).toString(),
                                "lines", List.of(Map.of("rate", "1.00")),
                                "earnedAt", earnedAt,
                                "payout", Map.of("atEarning", "60.00", "withFiling", "40.00")))
                .done();
    }

    /// All of the above, up to units on sale.
    SalesFloor open(String priceList) {
        create(priceList);
        admin.post(
                        "/inventory-settings/" + project + "/HOLD_LIMIT_PER_CONSULTANT",
                        Map.of("value", "50", "validFrom", today.toString(), "reason", "a busy day"))
                .done();
        recordCertificates();
        release().done();
        publishPlan("SIGNED");
        return this;
    }

    /// A unit that nobody was given before.
    synchronized String freeUnit() {
        while (!freeUnits.hasNext()) {
            var page = liNa.get("/units?project=" + project + "&state=AVAILABLE&limit=200" + furtherUnits)
                    .done();
            freeUnits = page.at("items").findValuesAsText("id").iterator();
            if (page.text("next").isEmpty() && !freeUnits.hasNext()) {
                throw new IllegalStateException("all units of " + project + " are sold");
            }
            furtherUnits = "&cursor=" + page.text("next");
        }
        return freeUnits.next();
    }

    int nextNumber() {
        return numbers.incrementAndGet();
    }

    Answer register(Person consultant, String name) {
        return consultant
                .post(
                        "/customers",
                        Map.of(
                                "project",
                                project,
                                "name",
                                name,
                                "phone",
                                "139%08d".formatted(nextNumber()),
                                "channel",
                                "WALK_IN"))
                .done();
    }

    Answer hold(Person consultant, String customer) {
        var unit = freeUnit();
        var asked = Instant.now();
        var hold = consultant
                .post("/holds", Map.of("unit", unit, "customer", customer))
                .done();
        shows(unit, "HELD", asked);
        return hold;
    }

    /// From the registered visitor to the full deposit with its signed order form.
    Answer subscribed(Person consultant) {
        var customer = register(consultant, "张三");
        consultant
                .post("/visits", Map.of("project", project, "customer", customer.id()))
                .done();
        var hold = hold(consultant, customer.id());
        var deal = consultant
                .post("/deals", Map.of("project", project, "customer", customer.id(), "hold", hold.id()))
                .done();
        siteManager.post("/deals/" + deal.id() + "/unit-confirmation").done();
        var asked = Instant.now();
        consultant
                .post("/deals/" + deal.id() + "/deposits", Papers.deposit("SMALL", "5000.00"))
                .done();
        shows(hold.text("unit/id"), "RESERVED", asked);
        asked = Instant.now();
        consultant
                .post("/deals/" + deal.id() + "/deposits", Papers.deposit("TOP_UP", "45000.00"))
                .done();
        shows(hold.text("unit/id"), "SUBSCRIBED", asked);
        orderForm(consultant, hold, deal);
        return consultant.get("/deals/" + deal.id()).done();
    }

    void orderForm(Person consultant, Answer hold, Answer deal) {
        var form = orderFormOf(consultant, hold, deal, Papers.buyer("张三", "410300198001010016"))
                .done();
        sign(consultant, form.id());
    }

    Answer orderFormOf(Person consultant, Answer hold, Answer deal, Map<String, Object> buyer) {
        var unitPrice = hold.decimal("unit/unitPrice");
        var listTotal = hold.decimal("unit/area").multiply(unitPrice).setScale(2, RoundingMode.HALF_UP);
        return consultant.post(
                "/deals/" + deal.id() + "/order-forms",
                Map.of(
                        "unitPrice", unitPrice.toPlainString(),
                        "discount", DISCOUNT.toPlainString(),
                        "total", listTotal.subtract(DISCOUNT).toPlainString(),
                        "deposit", FULL_DEPOSIT.toPlainString(),
                        "signBy", today.plusDays(7).toString(),
                        "taxesAndFees", List.of(),
                        "buyers", List.of(buyer)));
    }

    void sign(Person consultant, String form) {
        for (var signature : List.of("CUSTOMER", "CONSULTANT")) {
            consultant
                    .post("/order-forms/" + form + "/signatures", Map.of("as", signature))
                    .done();
        }
        siteManager
                .post("/order-forms/" + form + "/signatures", Map.of("as", "SITE_MANAGER"))
                .done();
    }

    /// A deal whose buyer was checked and whose contract is signed.
    Answer contracted(Person consultant, Map<String, ?> contract) {
        return contracted(consultant, subscribed(consultant), contract);
    }

    Answer contracted(Person consultant, Answer deal, Map<String, ?> contract) {
        consultant
                .post(
                        "/deals/" + deal.id() + "/buyer-checks",
                        Map.of(
                                "buyer",
                                deal.at("buyers").get(0).path("id").asText(),
                                "identityChecked",
                                true,
                                "qualification",
                                "本市户籍首套"))
                .done();
        var asked = Instant.now();
        consultant.post("/deals/" + deal.id() + "/contracts", contract).done();
        shows(homeOf(deal), "CONTRACTED", asked);
        return consultant.get("/deals/" + deal.id()).done();
    }

    /// Each signer approves the request in turn; finance sets the payout date.
    void approve(Answer request, Person... signers) {
        for (var signer : signers) {
            var fields = signer == finance && request.text("form").equals("REFUND")
                    ? Map.of("payoutOn", today.plusDays(14).toString())
                    : Map.of();
            signer.post(
                            "/approval-tasks/" + task(signer, request) + "/approve",
                            Map.of("opinion", "同意", "fields", fields))
                    .done();
        }
    }

    /// The signer's open task on the request, which comes within seconds.
    String task(Person signer, Answer request) {
        return await().atMost(soon)
                .pollInterval(A_MOMENT)
                .until(() -> openTask(signer, request), java.util.Objects::nonNull);
    }

    @Nullable
    String openTask(Person signer, Answer request) {
        var tasks = signer.get("/approval-tasks?request=" + request.id()).done().at("items");
        return tasks.isEmpty() ? null : tasks.get(0).path("id").asText();
    }

    /// Waits until a member of an answer has this value.
    Answer waitFor(Person person, String path, String member, String value) {
        return await().atMost(soon).pollInterval(A_MOMENT).until(() -> person.get(path), answer -> answer.text(member)
                .equals(value));
    }

    /// INV-7: what has just been known to be done shows on the screen, and in the table that anybody may ask for.
    void shows(String unit, String state) {
        shows(unit, state, Instant.now());
        await().atMost(soon).pollInterval(Duration.ofMillis(20)).until(() -> cell(unit), state::equals);
    }

    private void shows(String unit, String state, Instant since) {
        if (screen != null) {
            delays.add(Duration.between(since, screen.showed(unit, state)));
        }
    }

    static String homeOf(Answer deal) {
        return deal.at("lines").get(0).path("unit").asText();
    }

    String cell(String unit) {
        return cell(unit, "");
    }

    /// The same of the table that this asks for, e.g. `?at=2026-11-30T02:05:00Z`.
    String cell(String unit, String query) {
        for (JsonNode building :
                siteManager.get("/sales-control/" + project + query).done().at("buildings")) {
            for (var floor : building.path("floors")) {
                for (var cell : floor.path("units")) {
                    if (cell.path("unit").asText().equals(unit)) {
                        return cell.path("state").asText();
                    }
                }
            }
        }
        return "";
    }

    JsonNode commission(String deal, String state) {
        var path = "/commissions?project=" + project + "&deal=" + deal;
        return await().atMost(soon)
                .until(
                        () -> generalManager.get(path).at("items").path(0),
                        found -> found.path("state").asText().equals(state));
    }

    @Override
    public void close() {
        office.close();
    }
}
