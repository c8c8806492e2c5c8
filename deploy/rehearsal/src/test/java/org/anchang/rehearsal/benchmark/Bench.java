package org.anchang.rehearsal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.anchang.rehearsal.load.Arrivals;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.anchang.rehearsal.load.Result;
import org.anchang.rehearsal.load.Sender;
import org.anchang.rehearsal.load.Shot;

/// One inventory-service with units on sale, 500 consultants who are signed in, and whoever sends their requests.
final class Bench implements AutoCloseable {
    private static final double SCALE = Double.parseDouble(System.getProperty("benchmark.scale", "1"));
    private static final int CLIENTS = 16;
    private static final int CONSULTANTS = 500;

    private final RunningInventory inventory;
    private final Stock stock;
    private final Sender sender;
    private final HoldReport report;
    private final List<String> tokens = new ArrayList<>();

    Bench(HoldReport report) throws IOException, SQLException, GeneralSecurityException {
        this.report = report;
        var issuer = new Issuer();
        inventory = new RunningInventory(issuer);
        stock = new Stock(inventory.connect());
        for (int i = 0; i < CONSULTANTS; i++) {
            tokens.add(issuer.token(consultant(i), "consultant"));
        }
        sender = new Sender(inventory.address());
    }

    static String consultant(int number) {
        return "buyer-" + number;
    }

    /// So many seconds, or their share at a smaller scale.
    static Duration seconds(double seconds) {
        return Duration.ofMillis((long) Math.max(500, seconds * 1_000 * SCALE));
    }

    static int scaled(int number) {
        return (int) (number * SCALE);
    }

    RunningInventory inventory() {
        return inventory;
    }

    Stock stock() {
        return stock;
    }

    Sender sender() {
        return sender;
    }

    String token(int number) {
        return tokens.get(number % CONSULTANTS);
    }

    /// A hold of the unit for a customer of its own, by one consultant after the other.
    Shot claim(String unit, int number) {
        var customer = UUID.randomUUID().toString();
        return new Shot(
                "/api/v1/holds",
                token(number),
                customer,
                "{\"unit\":\"%s\",\"customer\":\"%s\"}".formatted(unit, customer),
                unit);
    }

    Result flatOut(Duration time, IntFunction<Shot> shots) {
        return flatOut(sender, time, shots);
    }

    /// @param through where the requests go, if not straight to the service
    Result flatOut(Sender through, Duration time, IntFunction<Shot> shots) {
        return sound(through.byClients(CLIENTS, time, shots));
    }

    Result atRate(int rate, Duration time, IntFunction<Shot> shots) {
        var requests = Math.max(1, (int) (rate * time.toMillis() / 1_000));
        return sound(sender.byPlan(Arrivals.of(Curve.CONSTANT, requests, time), shots));
    }

    /// Puts the processor time of the service for each request on record.
    Result measured(String what, Supplier<Result> load) {
        var before = inventory.cpu();
        var result = load.get();
        report.cpu(what, inventory.cpu().minus(before), result.sent());
        return result;
    }

    /// Refused holds are cheaper: where all should be granted, all are.
    static Result granted(Result result) {
        assertThat(result.refused()).as(result.statuses().toString()).isZero();
        return result;
    }

    /// All holds given back, everything told, and the log of the database as after a checkpoint: what comes next is
    /// not burdened with what was before.
    void asNew() throws SQLException, InterruptedException {
        awaitPublished();
        stock.asNew();
        stock.run("CHECKPOINT");
    }

    void awaitPublished() throws SQLException, InterruptedException {
        while (unpublished() > 0) {
            Thread.sleep(20);
        }
    }

    long unpublished() throws SQLException {
        return stock.number("SELECT count(*) FROM outbox WHERE published_at IS NULL");
    }

    @Override
    public void close() {
        sender.close();
        inventory.close();
    }

    private static Result sound(Result result) {
        assertThat(result.failed() + result.unknown())
                .as(result.statuses().toString())
                .isZero();
        return result;
    }
}
