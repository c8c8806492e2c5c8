package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.anchang.audit.Audit;
import org.anchang.demo.Answer;
import org.anchang.demo.Person;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The office works on while every part of it is killed in turn.
@ExtendWith(RunningOffice.ToBeKilled.class)
@Order(Integer.MAX_VALUE - 1)
class FaultTest {
    private static final int CLIENTS = 8;
    private static final int LEAST_DEALS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /// How long sales go on after the last part came back.
    private static final Duration AFTERWARDS = Duration.ofSeconds(10);
    /// When they stop after that even if too few deals were made, which then fails the test.
    private static final Duration AT_MOST = Duration.ofSeconds(90);
    /// Deals that must be made between two faults, so that each falls into sales in full swing.
    private static final int DEALS_BETWEEN = 2;

    /// What a client was told about a deal: its stage and its deposits must be found again.
    private record Told(String deal, Person consultant, String stage, String receipts) {}

    @Test
    @DisplayName(
            "SEC-3 INV-4 FIN-2 each service, the broker and the database are killed: nothing is lost or done twice")
    void everyPartIsKilled(Office office) throws Exception {
        try (var floor = new SalesFloor(office, "rehearsal", PATIENCE)) {
            floor.open(PriceLists.made("演练", 8, 40, 8));
            var told = new ConcurrentLinkedQueue<Told>();
            var failures = new ConcurrentLinkedQueue<String>();
            var began = Instant.now();
            sellWhile(() -> killEachInTurn(office, told), floor, told, failures);
            var seconds = Duration.between(began, Instant.now()).toSeconds();
            System.out.printf(
                    "faults: %d clients, %d deals, %d commands, %d sent again, %d s of sales%n",
                    CLIENTS, told.size(), floor.office.commands(), floor.office.retries(), seconds);

            assertThat(failures).isEmpty();
            assertThat(told).hasSizeGreaterThanOrEqualTo(LEAST_DEALS);
            assertThat(Audit.of(RunningOffice.addresses(office)))
                    .allSatisfy((promise, differences) ->
                            assertThat(differences).as(promise).isEmpty());
            told.forEach(FaultTest::isThereOnce);
        }
    }

    /// Clients sell until a while after the faults, and until enough deals were made if that does not take too long.
    private static void sellWhile(Runnable faults, SalesFloor floor, Queue<Told> told, Queue<String> failures)
            throws InterruptedException {
        var over = new AtomicReference<>(Instant.MAX);
        var number = new AtomicInteger();
        var done = new CountDownLatch(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.submit(() -> {
                    try {
                        while (goesOn(over.get(), told.size())) {
                            sell(floor, number.getAndIncrement(), told);
                        }
                    } catch (RuntimeException | AssertionError e) {
                        failures.add(String.valueOf(e));
                    } finally {
                        done.countDown();
                    }
                });
            }
            try {
                faults.run();
            } finally {
                over.set(Instant.now());
            }
            done.await();
        }
    }

    /// @param over when the last part came back
    private static boolean goesOn(Instant over, int deals) {
        return over.equals(Instant.MAX)
                || Instant.now().isBefore(over.plus(deals < LEAST_DEALS ? AT_MOST : AFTERWARDS));
    }

    private static void killEachInTurn(Office office, Queue<Told> told) {
        for (var application : Application.values()) {
            awaitSales(told);
            office.kill(application, 0);
            office.restart(application, 0);
        }
        awaitSales(told);
        var second = List.of(Application.DEAL, Application.INVENTORY);
        second.forEach(application -> office.kill(application, 1));
        second.parallelStream().forEach(application -> office.restart(application, 1));
        awaitSales(told);
        office.killBroker();
        office.restartBroker();
        awaitSales(told);
        office.killPostgres();
        office.restartPostgres();
    }

    /// Returns when the clients are selling.
    private static void awaitSales(Queue<Told> told) {
        var enough = told.size() + DEALS_BETWEEN;
        await().atMost(PATIENCE).until(() -> told.size() >= enough);
    }

    /// Every kind of deal in turn, as far as it goes without waiting for the end of an approval.
    private static void sell(SalesFloor floor, int number, Queue<Told> told) {
        var consultant = List.of(floor.liNa, floor.wangLei, floor.zhaoMin).get(number % 3);
        var deal = floor.subscribed(consultant);
        var path = "/deals/" + deal.id();
        var stage = "SUBSCRIBED";
        switch (number % 5) {
            case 0 -> {
                floor.contracted(consultant, deal, floor.lumpSum());
                stage = "CONTRACTED";
            }
            case 1 -> {
                floor.contracted(consultant, deal, floor.lumpSum());
                consultant
                        .post(path + "/payments", SalesFloor.payment(new BigDecimal("100000.00")))
                        .done();
                stage = "CONTRACTED";
            }
            case 2 -> {
                var request = consultant
                        .post(path + "/void-requests", Map.of("reason", "故障演练"))
                        .done();
                floor.approve(request, floor.siteManager);
                floor.waitFor(consultant, path, "stage", "VOIDED");
                stage = "VOIDED";
            }
            case 3 -> {
                var hold = floor.hold(consultant, deal.text("customer"));
                var request = consultant
                        .post(path + "/swap-requests", Map.of("hold", hold.id(), "reason", "换楼层"))
                        .done();
                floor.approve(request, floor.siteManager, floor.salesManager, floor.generalManager, floor.finance);
                floor.waitFor(consultant, path, "stage", "SWAPPED");
                stage = "SWAPPED";
            }
            default -> {}
        }
        told.add(new Told(deal.id(), consultant, stage, receipts(consultant, deal.id())));
    }

    private static void isThereOnce(Told told) {
        var deal = told.consultant().get("/deals/" + told.deal()).done();
        assertThat(deal.text("stage")).as(told.deal()).isEqualTo(told.stage());
        assertThat(receipts(told.consultant(), told.deal())).as(told.deal()).isEqualTo(told.receipts());
    }

    /// The deal's receipts by number and amount.
    private static String receipts(Person person, String deal) {
        Answer answer = person.get("/receipts?project=rehearsal&deal=" + deal).done();
        var receipts = new ArrayList<String>();
        answer.at("items")
                .forEach(receipt -> receipts.add(receipt.path("number").asText() + "="
                        + receipt.path("amount").asText()));
        receipts.sort(null);
        return receipts.toString();
    }
}
