package org.anchang.deal.money;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.DealEvent;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class MoneyResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "COL-1 COL-2 each overdue line is told once, with what is outstanding; CON-3 none is due before signing")
    void overdueToldOnce() {
        var deal = office.readyToSign();
        var yesterday = TestOffice.today().minusDays(1);
        var lines = List.of(
                Map.of("label", "FIRST", "dueOn", yesterday.minusDays(1).toString(), "amount", "50000.00"),
                Map.of("label", "SECOND", "dueOn", yesterday.toString(), "amount", "430000.00"),
                Map.of("label", "THIRD", "dueOn", yesterday.plusDays(90).toString(), "amount", "500000.00"));
        var scheme = Map.of("type", "INSTALMENTS", "lines", lines);
        refused(office.signContract(deal, scheme), 422, "DATE_IS_PAST");
        var tenDaysAgo = Ask.as(office.liNa)
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Office-Clock", OffsetDateTime.now().minusDays(10).toString())
                .contentType("application/json")
                .body(Map.of("number", "HT-" + deal.toString().substring(24), "scheme", scheme))
                .post("/api/v1/deals/" + deal + "/contracts");
        ok(tenDaysAgo, 201);

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var overdue = heard.await(deal, DealEvent.PaymentOverdue.class);
            assertThat(overdue.label()).isEqualTo("SECOND");
            assertThat(overdue.dueOn()).isEqualTo(yesterday);
            assertThat(overdue.outstanding()).isEqualByComparingTo("430000.00");
            org.awaitility.Awaitility.await()
                    .during(java.time.Duration.ofSeconds(5))
                    .atMost(java.time.Duration.ofSeconds(8))
                    .until(() -> heard.of(deal).stream()
                                    .filter(said -> said.type().equals("PaymentOverdue"))
                                    .count()
                            == 1);
        }
    }

    @Test
    @DisplayName("COL-1 payments go to what falls due first; due, overdue, paid and outstanding are exact")
    void payments() {
        var deal = office.contracted();
        var schedule = "/api/v1/deals/" + deal + "/payment-schedule";

        ok(office.pay(deal, "430000.00"), 201);

        var standing = Ask.as(office.liNa).get(schedule);
        assertThat(standing.<String>path("paid")).isEqualTo("480000.00");
        assertThat(standing.<String>path("outstanding")).isEqualTo("500000.00");
        assertThat(standing.<String>path("due")).isEqualTo("0.00");
        var later = Ask.as(office.liNa)
                .request()
                .header("X-Office-Clock", OffsetDateTime.now().plusDays(8).toString())
                .get(schedule);
        assertThat(later.<String>path("due")).isEqualTo("500000.00");
        assertThat(later.<String>path("overdue")).isEqualTo("500000.00");
        refused(office.pay(deal, "500000.01"), 422, "PAYMENT_EXCEEDS_OUTSTANDING");
        ok(office.pay(deal, "500000.00"), 201);
        refused(office.pay(deal, "0.01"), 422, "PAYMENT_EXCEEDS_OUTSTANDING");
    }

    @Test
    @DisplayName("DEP-5 a receipt names the account, and the event who paid in kind, never by name")
    void accountAndPayer() {
        var deal = office.confirmed();
        var method = Map.of("type", "BANK_TRANSFER", "slip", "S-1", "accountNumber", "41050168-PRESALE-7");
        var body = Map.of(
                "amount",
                "50000.00",
                "kind",
                "FULL",
                "method",
                method,
                "payer",
                Map.of("name", "王五", "account", "6217"));

        var taken = ok(Ask.as(office.finance).post("/api/v1/deals/" + deal + "/deposits", body), 201);

        assertThat(taken.<String>path("receipt.accountNumber")).isEqualTo("41050168-PRESALE-7");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var event = heard.await(deal, DealEvent.DepositTaken.class);
            assertThat(event.account()).isEqualTo("41050168-PRESALE-7");
            assertThat(event.payer()).isEqualTo("ANOTHER");
            assertThat(heard.of(deal)).noneMatch(said -> said.json().toString().contains("王五"));
        }
    }

    @Test
    @DisplayName("COL-1 no payment before signing, and none of zero")
    void noPaymentBeforeSigning() {
        refused(office.pay(office.subscribed(), "1.00"), 409, "STAGE_DOES_NOT_ALLOW");
        refused(office.pay(office.contracted(), "0.00"), 422, "AMOUNT_IS_NOT_POSITIVE");
    }

    @Test
    @DisplayName("DEP-5 receipt numbers have no gaps, also when many pay at once and some are refused")
    void numbersHaveNoGaps() throws Exception {
        var deals = IntStream.range(0, 8).mapToObj(_ -> office.confirmed()).toList();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var deal : deals) {
                answers.add(clients.submit(
                        () -> office.deposit(deal, "SMALL", "1000.00").statusCode()));
                answers.add(clients.submit(
                        () -> office.deposit(deal, "SMALL", "900000.00").statusCode()));
            }
            for (var answer : answers) {
                answer.get();
            }
        }

        var receipts = Ask.as(office.finance).get("/api/v1/receipts?project=" + office.project);
        var numbers = new ArrayList<>(receipts.<List<String>>path("items.number"));
        numbers.sort(null);
        var prefix = office.project.toUpperCase(java.util.Locale.ROOT);
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(n -> "%s-%06d".formatted(prefix, n))
                        .toList());
        assertThat(numbers).hasSize(8);
        var book = Ask.as(office.finance).get("/api/v1/receipt-books?project=" + office.project);
        assertThat(book.<Integer>path("items[0].last")).isEqualTo(8);
    }

    @Test
    @DisplayName("DEP-5 a receipt book is kept by a person, named by finance, also before its first receipt")
    void keeper() {
        var path = "/api/v1/receipt-books/" + office.project + "/keeper";
        var named = Map.of("keeper", "sun.li");
        refused(Ask.as(office.liNa).post(path, named), 403, "ROLE_NOT_ALLOWED");
        refused(Ask.as(office.finance).post("/api/v1/receipt-books/elsewhere/keeper", named), 404, "NOT_FOUND");

        var book = ok(Ask.as(office.finance).post(path, named), 200);

        assertThat(book.<String>path("keeper")).isEqualTo("sun.li");
        assertThat(book.<Integer>path("last")).isZero();
        ok(office.deposit(office.confirmed(), "SMALL", "5000.00"), 201);
        var read = Ask.as(office.manager).get("/api/v1/receipt-books?project=" + office.project);
        assertThat(read.<List<String>>path("items.keeper")).containsExactly("sun.li");
        assertThat(read.<Integer>path("items[0].last")).isEqualTo(1);
        assertThat(read.<String>path("items[0].actions[0].href")).isEqualTo(path);
        assertThat(read.<Boolean>path("items[0].actions[0].yours")).isFalse();
    }

    @Test
    @DisplayName(
            "DEP-5 a voided receipt stays with its reason, its entry is reversed; one that carries a stage is not voided")
    void voidedReceiptStays() {
        var deal = office.contracted();
        var receipt = ok(office.pay(deal, "100000.00"), 201).<String>path("receipt.id");
        var path = "/api/v1/receipts/" + receipt + "/void";
        var reason = Map.of("reason", "counted twice");
        refused(Ask.as(office.liNa).post(path, reason), 403, "ROLE_NOT_ALLOWED");

        var voided = ok(Ask.as(office.finance).post(path, reason), 200);

        assertThat(voided.<String>path("state")).isEqualTo("VOIDED");
        assertThat(voided.<String>path("reason")).isEqualTo("counted twice");
        refused(Ask.as(office.finance).post(path, reason), 409, "RECEIPT_HAS_ENDED");
        assertThat(Ask.as(office.liNa)
                        .get("/api/v1/deals/" + deal + "/payment-schedule")
                        .<String>path("paid"))
                .isEqualTo("50000.00");
        var deposit =
                ok(office.deposit(office.confirmed(), "SMALL", "5000.00"), 201).<String>path("receipt.id");
        refused(
                Ask.as(office.finance).post("/api/v1/receipts/" + deposit + "/void", reason),
                409,
                "RECEIPT_CARRIES_THE_STAGE");
    }

    @Test
    @DisplayName("FIN-2 every entry balances, and the ledger rebuilt from the events is the ledger, to the cent")
    void rebuiltFromEvents() {
        var deal = office.contracted();
        ok(office.pay(deal, "123456.78"), 201);
        var rebuilt = new HashMap<Account, BigDecimal>();
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            heard.await(deal, DealEvent.PaymentReceived.class);
            for (var said : heard.of(deal)) {
                for (var posting : said.json().path("entry").path("postings")) {
                    rebuilt.merge(
                            Account.valueOf(posting.path("account").asText()),
                            new BigDecimal(posting.path("debit").asText())
                                    .subtract(new BigDecimal(
                                            posting.path("credit").asText())),
                            BigDecimal::add);
                }
            }
        }

        var live = new HashMap<Account, BigDecimal>();
        var balances = Ask.as(office.finance).get("/api/v1/finance/balances?project=" + office.project);
        balances.<List<Map<String, String>>>path("items")
                .forEach(balance -> live.merge(
                        Account.valueOf(balance.get("account")),
                        new BigDecimal(balance.get("balance")),
                        BigDecimal::add));
        assertThat(live).isEqualTo(rebuilt);
        assertThat(live.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.00");
        assertThat(live.get(Account.PRICE_RECEIVED)).isEqualByComparingTo("-173456.78");
        var entries = Ask.as(office.finance).get("/api/v1/finance/ledger?project=" + office.project + "&limit=2");
        assertThat(entries.<List<String>>path("items.what")).containsExactly("DEPOSIT", "DEPOSIT");
        var rest = Ask.as(office.finance)
                .get("/api/v1/finance/ledger?project=" + office.project + "&cursor=" + entries.path("next"));
        assertThat(rest.<List<String>>path("items.what")).containsExactly("OFFSET", "PAYMENT");
    }

    @Test
    @DisplayName("FIN-2 the database refuses an entry that does not balance, and any change of one")
    void unbalancedIsRefused() throws SQLException {
        var deal = office.reserved();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var entry = UUID.randomUUID();
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO ledger_entry VALUES ('%s', '%s', '%s', 'DEPOSIT', now(), now(), 'x')"
                        .formatted(entry, office.project, deal));
                statement.execute(
                        "INSERT INTO posting VALUES ('%s', 1, 'CASH', '%s', 'DEPOSIT', 5, 0)".formatted(entry, deal));
                statement.execute("INSERT INTO posting VALUES ('%s', 2, 'DEPOSITS', '%s', 'DEPOSIT', 0, 4.99)"
                        .formatted(entry, deal));
            }
            assertThatThrownBy(connection::commit).hasMessageContaining("does not balance");
            connection.rollback();
            try (var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("DELETE FROM posting"))
                        .hasMessageContaining("only ever added to");
            }
            connection.rollback();
        }
    }

    @Test
    @DisplayName("FIN-1 collections by week count what came in, without exchanges and voided receipts")
    void collections() {
        var deal = office.contracted();
        var receipt = ok(office.pay(deal, "100000.00"), 201).<String>path("receipt.id");
        ok(office.pay(deal, "30000.00"), 201);
        ok(Ask.as(office.finance).post("/api/v1/receipts/" + receipt + "/void", Map.of("reason", "twice")), 200);

        var weeks = Ask.as(office.finance).get("/api/v1/finance/collections?project=" + office.project);

        assertThat(weeks.<List<String>>path("items.collected")).containsExactly("80000.00");
        assertThat(weeks.<List<String>>path("items.cumulative")).containsExactly("80000.00");
        var outstanding = Ask.as(office.finance).get("/api/v1/finance/outstanding?project=" + office.project);
        assertThat(outstanding.<List<String>>path("items.outstanding")).containsExactly("900000.00");
    }

    @Test
    @DisplayName("SEC-1 the finance view is for those who may see money, of their own projects")
    void financeForFinance() {
        var path = "/api/v1/finance/balances?project=";
        refused(Ask.as(office.liNa).get(path + office.project), 403, "ROLE_NOT_ALLOWED");
        refused(Ask.as(office.finance).get(path + "elsewhere"), 404, "NOT_FOUND");
        ok(Ask.as(office.manager).get(path + office.project), 200);
    }
}
