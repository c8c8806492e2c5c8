package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.anchang.audit.Audit;
import org.anchang.client.Person;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/// The office works on while every part of it is killed in turn.
@ExtendWith(RunningOffice.class)
@Isolated
@Order(Integer.MAX_VALUE - 1)
class FaultTest {
    private static final String PROJECT = "first";
    /// Enough for sales in full swing; what more would sell, the parts that come back would wait for.
    private static final int CLIENTS = 4;
    /// Two of each story.
    private static final int LEAST_DEALS = 2 * Story.values().length;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /// Between two deals of a client while a part comes back, which has most of the processor then.
    private static final Duration EASE = Duration.ofSeconds(10);
    /// Deals that are made after the last part came back, at least: as many as there are clients.
    private static final int DEALS_AFTERWARDS = CLIENTS;
    /// Deals that must be made between two faults, so that each falls into sales in full swing.
    private static final int DEALS_BETWEEN = 2;

    private final Ease ease = new Ease();

    /// What a client knew of a deal when its story had been told; it must be found again.
    private record Told(Story story, String deal, Person consultant, String known) {}

    @Test
    @DisplayName(
            "SEC-3 INV-4 FIN-2 each service, the broker and the database are killed: nothing is lost or done twice")
    void everyPartIsKilled(Office office) throws Exception {
        try (var floor = new SalesFloor(office, PROJECT, PATIENCE)) {
            floor.open(PriceLists.made("演练", 8, 40, 8));
            var told = new ConcurrentLinkedQueue<Told>();
            var failures = new ConcurrentLinkedQueue<String>();
            var began = Instant.now();
            sellWhile(() -> killEachInTurn(office, told), floor, told, failures);
            var seconds = Duration.between(began, Instant.now()).toSeconds();
            var ofEach = told.stream().collect(Collectors.groupingBy(Told::story, TreeMap::new, Collectors.counting()));
            System.out.printf(
                    "faults: %d clients, %d deals, %d commands, %d sent again, %d s of sales; %s%n",
                    CLIENTS, told.size(), floor.office.commands(), floor.office.retries(), seconds, ofEach);

            assertThat(failures).isEmpty();
            assertThat(told).hasSizeGreaterThanOrEqualTo(LEAST_DEALS);
            assertThat(ofEach).containsOnlyKeys(Story.values());
            assertThat(Audit.of(RunningOffice.addresses(office)))
                    .allSatisfy((promise, differences) ->
                            assertThat(differences).as(promise).isEmpty());
            told.parallelStream().forEach(FaultTest::isThereOnce);
        }
    }

    /// Clients sell until enough deals were made, some of them after the faults.
    private void sellWhile(Runnable faults, SalesFloor floor, Queue<Told> told, Queue<String> failures)
            throws InterruptedException {
        var enough = new AtomicInteger(Integer.MAX_VALUE);
        var number = new AtomicInteger();
        var done = new CountDownLatch(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.submit(() -> {
                    try {
                        while (told.size() < enough.get()) {
                            sell(floor, number.getAndIncrement(), told);
                            ease.rest(EASE);
                        }
                    } catch (RuntimeException | AssertionError | InterruptedException e) {
                        failures.add(String.valueOf(e));
                    } finally {
                        done.countDown();
                    }
                });
            }
            try {
                faults.run();
            } finally {
                enough.set(Math.max(LEAST_DEALS, told.size() + DEALS_AFTERWARDS));
            }
            done.await();
        }
    }

    /// Of what has two replicas one goes on each time; of what has one, sales wait for it, the sooner the more is away.
    private void killEachInTurn(Office office, Queue<Told> told) {
        killAtOnce(office, Map.of(Application.CUSTOMER, 0, Application.COMMISSION, 0, Application.APPROVAL, 0), told);
        killAtOnce(office, Map.of(Application.INVENTORY, 0, Application.DEAL, 1), told);
        killAtOnce(office, Map.of(Application.INVENTORY, 1, Application.DEAL, 0), told);
        awaitSales(told);
        office.killBroker();
        ease.whileItStarts(office::restartBroker);
        awaitSales(told);
        office.killPostgres();
        ease.whileItStarts(office::restartPostgres);
    }

    /// @param replicas which one of each
    private void killAtOnce(Office office, Map<Application, Integer> replicas, Queue<Told> told) {
        awaitSales(told);
        replicas.forEach(office::kill);
        ease.whileItStarts(() ->
                replicas.entrySet().parallelStream().forEach(one -> office.restart(one.getKey(), one.getValue())));
    }

    /// Returns when the clients are selling.
    private static void awaitSales(Queue<Told> told) {
        var enough = told.size() + DEALS_BETWEEN;
        await().atMost(PATIENCE).until(() -> told.size() >= enough);
    }

    /// Every story in turn, and each consultant's turn at each of them.
    private static void sell(SalesFloor floor, int number, Queue<Told> told) {
        var stories = Story.values();
        var story = stories[number % stories.length];
        var consultant = List.of(floor.liNa, floor.wangLei, floor.zhaoMin).get((number + number / stories.length) % 3);
        var deal = floor.subscribed(consultant);
        story.tell(floor, consultant, deal);
        var known = known(consultant, deal.id());
        assertThat(known).startsWith(story.stage + " ");
        told.add(new Told(story, deal.id(), consultant, known));
    }

    private static void isThereOnce(Told told) {
        assertThat(known(told.consultant(), told.deal()))
                .as("%s, deal %s", told.story(), told.deal())
                .isEqualTo(told.known());
    }

    /// The deal's stage, its price, its buyers, and its receipts by number, amount and state.
    private static String known(Person person, String id) {
        var deal = person.get("/deals/" + id).done();
        var receipts = new ArrayList<String>();
        person.get("/receipts?project=" + PROJECT + "&deal=" + id)
                .done()
                .at("items")
                .forEach(receipt -> receipts.add("%s=%s %s"
                        .formatted(
                                receipt.path("number").asText(),
                                receipt.path("amount").asText(),
                                receipt.path("state").asText())));
        receipts.sort(null);
        return deal.text("stage") + " " + deal.text("total") + " "
                + deal.at("buyers").findValuesAsText("name") + " " + receipts;
    }
}
