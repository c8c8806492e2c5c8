package org.anchang.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.DealEvent;
import org.anchang.events.Event;
import org.anchang.events.InventoryEvent;
import org.anchang.kit.sql.Database;
import org.anchang.reporting.ASale;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.anchang.test.Superuser;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// RPT-2: what a rebuild and what a manager's home cost. Deals are spread over projects of 2,000, as in a company that
/// goes on selling; a manager asks about one of them and this month. And what a month costs of a project that has sold
/// ten times as long as another.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyDealsBenchmark {
    private static final Logger LOG = Logger.getLogger(ManyDealsBenchmark.class);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int PEOPLE = Integer.getInteger("people", 2_000);
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("deals", 1_000_000);
    private static final int OF_A_PROJECT = 2_000;
    private static final int OF_A_LONG_ONE = 100_000;
    private static final int MINUTES = 520;
    private static final int MINUTES_OF_A_LONG_ONE = 105;
    private static final int SLICE = 10_000;
    private static final int ROUNDS = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    /// What the home of managers asks.
    private static final List<Report> HOME = List.of(
            Report.FUNNEL_CALENDAR,
            Report.SELL_THROUGH,
            Report.COLLECTIONS,
            Report.FALLING_DUE,
            Report.OVERDUE,
            Report.ENDINGS,
            Report.APPROVALS,
            Report.FUNNEL_COHORT);
    /// What of it is about the month.
    private static final List<Report> MONTH =
            HOME.stream().filter(report -> report != Report.SELL_THROUGH).toList();

    /// Deals `from` to `until`, so many of each project, one after the other by so many minutes until today.
    private record Sold(String name, int ofProject, int minutes, int from, int until) {
        /// Each of the projects, in an order that is none.
        String project(int nth) {
            var first = (from - 1) / ofProject;
            return name + (first + nth * 7919L % ((until - from) / ofProject + 1));
        }
    }

    /// Customers, visits, units, deals, money and schedules of deals `from` to `until`. What is owed is of the last
    /// year.
    private static final String DEALS = """
            WITH nth AS (
                SELECT nth, :name || (nth - 1) / :ofProject AS project, 'c' || nth % 20 AS person,
                       ('01990000-0000-7000-8000-' || lpad(to_hex(nth), 12, '0'))::uuid AS id,
                       timestamptz '2026-11-30 04:00+00' - nth % :ofProject * :minutes * interval '1 minute' AS at
                FROM generate_series(:from, :until) nth),
            customer AS (
                INSERT INTO seen_customer (generation, customer, project, standing, registered_at, channel, first_owner, name,
                                           first_contact)
                SELECT current_generation(), id, project, id, at - interval '9 days', 'WALK_IN', person, '张**',
                       at - interval '9 days' FROM nth),
            visit AS (
                INSERT INTO seen_visit (generation, visit, project, customer, at, receiver, owner, reason)
                SELECT current_generation(), gen_random_uuid(), project, id, at - many * interval '3 days', person, person,
                       'OWN_CUSTOMER' FROM nth, generate_series(1, 2) many),
            unit AS (
                INSERT INTO seen_unit (generation, unit, project, label, building, layout, product_type, state, released_at, sold_at)
                SELECT current_generation(), id, project, 'U' || nth, nth % 9 || '栋', 'A户型', 'RESIDENCE',
                       CASE WHEN nth % 3 = 0 THEN 'AVAILABLE' ELSE 'CONTRACTED' END, at - interval '99 days', at FROM nth),
            deal AS (
                INSERT INTO seen_deal (generation, deal, project, customer, consultant, ticket, unit, home, total, ticket_at,
                                       deposit_at, contract_at, filed_at, ended_at, ended_as, end_reason, kept)
                SELECT current_generation(), id, project, id, person, 'T' || nth, id, 'U' || nth, 1000000, at, at,
                       at + interval '2 days', at + interval '20 days',
                       CASE WHEN nth % 20 = 0 THEN at + interval '30 days' END, CASE WHEN nth % 20 = 0 THEN 'REFUNDED' END,
                       CASE WHEN nth % 20 = 0 THEN 'AGREED_PENALTY' END, 0 FROM nth),
            money AS (
                INSERT INTO seen_money (generation, entry, project, deal, counts_on, what, receipt, amount)
                SELECT current_generation(), gen_random_uuid(), project, id, at::date + many, 'PAYMENT', 'R' || nth, 500000
                FROM nth, generate_series(1, 2) many),
            due AS (
                INSERT INTO seen_due (generation, deal, line, project, label, due_on, amount, paid)
                SELECT current_generation(), id, many, project, 'INSTALMENT_' || many, at::date + many * 9, 500000,
                       CASE WHEN nth % 50 = 0 AND at > timestamptz '2025-11-30' THEN 0 ELSE 500000 END FROM nth, generate_series(1, 2) many)
            INSERT INTO seen_approval (generation, approval, project, deal, form, applicant, opened_at, ended_at, outcome)
            SELECT current_generation(), id, project, id, 'DISCOUNT', person, at, at + interval '5 hours', 'APPROVED'
            FROM nth WHERE nth % 10 = 0""";

    @Inject
    Database database;

    @Inject
    Figures figures;

    @Test
    @Order(1)
    @DisplayName("RPT-2 how many events a second a rebuild takes in")
    void rebuild() {
        var told = tell();
        var operator = Ask.as(Person.administrator());
        var before = number(operator);
        operator.post("/operations/rebuilds").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> number(operator) > before);
        var seconds = database.sql("""
                        SELECT extract(epoch FROM current_at - begun_at)::float8 FROM generation WHERE state = 'CURRENT'""").one(Double.class);
        var events = database.sql("SELECT events FROM generation WHERE state = 'CURRENT'")
                .one(Long.class);
        LOG.infof("rebuild of %,d events: %.1f s, %,.0f events/s", events, seconds, events / seconds);
        assertThat(events).isGreaterThanOrEqualTo(told);
    }

    @Test
    @Order(2)
    @DisplayName("RPT-2 a manager's home at 1,000,000 deals takes at p95 at most 1.5 times what it takes at 10,000")
    void home() {
        var few = new Sold("p", OF_A_PROJECT, MINUTES, 1, FEW);
        make(few);
        var atFew = p95(few, HOME);
        make(new Sold("p", OF_A_PROJECT, MINUTES, FEW + 1, MANY));
        var atMany = p95(new Sold("p", OF_A_PROJECT, MINUTES, 1, MANY), HOME);
        LOG.infof(
                "a manager's home: p95 %,.1f ms at %,d deals, %,.1f ms at %,d: ÷ %.2f",
                atFew, FEW, atMany, MANY, atMany / atFew);
        assertThat(atMany / atFew).isLessThanOrEqualTo(1.5);
    }

    @Test
    @Order(3)
    @DisplayName(
            "RPT-2 this month of a project that has sold for 20 years takes at p95 at most 1.5 times what it takes after 2")
    void pastOfAProject() {
        var young = new Sold("young", FEW, MINUTES_OF_A_LONG_ONE, 2_000_001, 2_010_000);
        var old = new Sold("old", OF_A_LONG_ONE, MINUTES_OF_A_LONG_ONE, 3_000_001, 3_100_000);
        make(young);
        make(old);
        var ofYoung = p95(young, MONTH);
        var ofOld = p95(old, MONTH);
        LOG.infof(
                "this month: p95 %,.1f ms of a project of %,d deals, %,.1f ms of one of %,d: ÷ %.2f",
                ofYoung, FEW, ofOld, OF_A_LONG_ONE, ofOld / ofYoung);
        // What was ever put on sale is asked whole.
        var stock = List.of(Report.SELL_THROUGH);
        LOG.infof(
                "sell-through: p95 %,.1f ms of %,d units, %,.1f ms of %,d",
                p95(young, stock), FEW, p95(old, stock), OF_A_LONG_ONE);
        assertThat(ofOld / ofYoung).isLessThanOrEqualTo(1.5);
    }

    /// @return how many events were told, all of which have been read
    private long tell() {
        var before = read();
        var events = new ASale(20261130, PEOPLE).events;
        for (var topic : List.of(
                CustomerEvent.class,
                InventoryEvent.class,
                DealEvent.class,
                ApprovalEvent.class,
                CommissionEvent.class)) {
            var some = events.stream().filter(topic::isInstance).toList();
            new Neighbour(name(topic)).tellsAll(some, "somebody");
        }
        var begun = System.nanoTime();
        await().atMost(PATIENCE).until(() -> read() >= before + events.size());
        var seconds = (System.nanoTime() - begun) / 1e9;
        LOG.infof("%,d events as they come: %.1f s, %,.0f events/s", events.size(), seconds, events.size() / seconds);
        return events.size();
    }

    private long read() {
        return database.sql("SELECT coalesce(sum(last), 0)::bigint FROM inbox_position")
                .one(Long.class);
    }

    private static String name(Class<? extends Event> language) {
        try {
            return (String) language.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Ask operator) {
        return operator.get("/operations/rebuilds").jsonPath().getInt("items.find { it.state == 'CURRENT' }.number");
    }

    private void make(Sold sold) {
        for (int at = sold.from(); at <= sold.until(); at += SLICE) {
            var slice =
                    new Sold(sold.name(), sold.ofProject(), sold.minutes(), at, Math.min(sold.until(), at + SLICE - 1));
            QuarkusTransaction.requiringNew()
                    .timeout(600)
                    .run(() -> database.sql(DEALS).with(slice).write());
        }
        for (var table : List.of("customer", "visit", "unit", "deal", "money", "due", "approval")) {
            Superuser.runAlone("VACUUM ANALYZE seen_" + table);
        }
    }

    /// In milliseconds, after as many rounds that do not count.
    private double p95(Sold sold, List<Report> reports) {
        var times = new ArrayList<Long>();
        for (int nth = 0; nth < 2 * ROUNDS; nth++) {
            var project = sold.project(nth);
            var begun = System.nanoTime();
            QuarkusTransaction.requiringNew()
                    .run(() -> reports.forEach(report -> figures.of(question(project, report))));
            if (nth >= ROUNDS) {
                times.add(System.nanoTime() - begun);
            }
        }
        times.sort(null);
        return times.get((int) (times.size() * 0.95)) / 1e6;
    }

    private static Question question(String project, Report report) {
        return new Question(project, report, Part.NONE, TODAY.withDayOfMonth(1), TODAY, TODAY, "30,60,90", null);
    }
}
