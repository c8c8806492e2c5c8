package org.anchang.deal.receipt;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class ReceiptResourceTest {
    private final TestOffice office = new TestOffice();

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
        assertThat(books(office.finance).<Integer>path("items[0].last")).isEqualTo(8);
    }

    @Test
    @DisplayName("DEP-5 a receipt book is kept by a person, named by finance, also before its first receipt")
    void keeper() {
        var path = "/api/v1/receipt-books/" + office.project + "/keeper";
        var named = Map.of("keeper", "sun.li");
        refused(Ask.as(office.liNa).post(path, named), 403, "ROLE_NOT_ALLOWED");
        refused(Ask.as(office.finance).post("/api/v1/receipt-books/elsewhere/keeper", named), 404, "NOT_FOUND");
        var unopened = books(office.finance);
        assertThat(unopened.<List<?>>path("items")).isEmpty();
        assertThat(unopened.<String>path("actions[0].href")).isEqualTo(path);
        assertThat(unopened.<Boolean>path("actions[0].yours")).isTrue();

        var opened = ok(Ask.as(office.finance).post(path, named), 200);

        assertThat(opened.<String>path("items[0].keeper")).isEqualTo("sun.li");
        assertThat(opened.<Integer>path("items[0].last")).isZero();
        ok(office.deposit(office.confirmed(), "SMALL", "5000.00"), 201);
        var read = books(office.manager);
        assertThat(read.<List<String>>path("items.keeper")).containsExactly("sun.li");
        assertThat(read.<Integer>path("items[0].last")).isEqualTo(1);
        assertThat(read.<Boolean>path("actions[0].yours")).isFalse();
    }

    @Test
    @DisplayName(
            "DEP-5 CUS-6 a voided receipt stays with its reason, which is in no event, its entry is reversed; one that"
                    + " carries a stage is not voided")
    void voidedReceiptStays() {
        var deal = office.contracted();
        var receipt = ok(office.pay(deal, "100000.00"), 201).<String>path("receipt.id");
        var path = "/api/v1/receipts/" + receipt + "/void";
        var reason = Map.of("reason", "counted twice");
        refused(Ask.as(office.liNa).post(path, reason), 403, "ROLE_NOT_ALLOWED");

        var voided = ok(Ask.as(office.finance).post(path, reason), 200);

        assertThat(voided.<String>path("state")).isEqualTo("VOIDED");
        assertThat(voided.<String>path("reason")).isEqualTo("counted twice");
        assertThat(Ask.as(office.finance).get("/api/v1/receipts?deal=" + deal).<List<String>>path("items.reason"))
                .contains("counted twice");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.ReceiptVoided.class).reason())
                    .isEqualTo("VOIDED");
        }
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
    @DisplayName(
            "INV-17 DEP-5 the same slip on the same account is refused however it is written, or passed by a reason that stays")
    void sameSlip() {
        var deal = office.contracted();
        var first = ok(pay(deal, transfer("B-００1 ", "4105 0168")), 201);

        for (var slip : List.of("B-001", "b-001", "Ｂ－００１", "B-001\u200B", "B–001\n")) {
            var refused = pay(deal, transfer(slip, "41050168"));
            refused(refused, 409, "SLIP_USED_ALREADY");
            assertThat(refused.<String>path("receipt")).isEqualTo(first.path("receipt.number"));
        }
        refused(pay(deal, transfer("B-001", null)), 409, "SLIP_USED_ALREADY");
        refused(
                Ask.as(office.finance)
                        .post(
                                "/api/v1/deals/" + office.confirmed() + "/deposits",
                                Map.of("amount", "50000.00", "kind", "FULL", "method", transfer("B-001", "41050168"))),
                409,
                "SLIP_USED_ALREADY");
        ok(pay(deal, transfer("B-001", "41050169")), 201);
        ok(pay(deal, transfer("B-002", "41050168")), 201);

        var because = new HashMap<>(transfer("B-001", "41050168"));
        because.put("sameSlipBecause", "\u200B");
        assertThat(pay(deal, because).statusCode()).isEqualTo(422);
        because.put("sameSlipBecause", "one transfer paid twice the rate");
        var again = ok(pay(deal, because), 201);
        assertThat(again.<String>path("receipt.sameSlipBecause")).isEqualTo("one transfer paid twice the rate");
        assertThat(again.<String>path("receipt.slip")).isEqualTo("B-001");
    }

    @Test
    @DisplayName("DEP-5 INV-17 receipts are found by what stands on them, however it is written, the newest first")
    void found() {
        var deal = office.contracted();
        var number = ok(pay(deal, transfer("HX-2026/77", "41050168")), 201).<String>path("receipt.number");
        ok(pay(deal, Map.of("type", "CASH")), 201);
        var ticket = office.get(deal).<String>path("ticket");

        for (var text : List.of("hx–2026/77", "2026/7", "4105 0168", number.toLowerCase(java.util.Locale.ROOT))) {
            var found = ok(Ask.as(office.finance).get(search(Map.of("text", text))), 200);
            assertThat(found.<List<String>>path("items.number")).as(text).containsExactly(number);
            assertThat(found.<String>path("items[0].home")).isEqualTo("3栋-1单元-3101");
            assertThat(found.<String>path("items[0].ticket")).isEqualTo(ticket);
            assertThat(found.<String>path("items[0].consultant")).isEqualTo("li.na");
        }
        var all = ok(Ask.as(office.finance).get(search(Map.of("text", "3101"))), 200);
        assertThat(all.<List<String>>path("items.number")).hasSize(5);
        assertThat(numbers(Map.of("text", "none like this"))).isEmpty();
        assertThat(numbers(Map.of("method", "CASH"))).hasSize(1);
        assertThat(numbers(Map.of("kind", "PAYMENT", "newest", "true")))
                .hasSize(2)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(numbers(Map.of("state", "EXCHANGED"))).hasSize(2);
        var tomorrow = TestOffice.today().plusDays(1).toString();
        assertThat(numbers(Map.of("issuedFrom", tomorrow))).isEmpty();
        assertThat(numbers(Map.of("issuedUntil", tomorrow))).hasSize(5);
        var first = ok(Ask.as(office.finance).get(search(Map.of("newest", "true", "limit", "3"))), 200);
        var rest = Ask.as(office.finance)
                .get(search(Map.of("newest", "true", "limit", "3", "cursor", first.path("next"))));
        assertThat(rest.<List<String>>path("items.number"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(first.<List<String>>path("items.number"));
        assertThat(Ask.as(office.wangWei).get(search(Map.of("text", "3101"))).<List<String>>path("items"))
                .as("another's deal")
                .isEmpty();
    }

    private List<String> numbers(Map<String, String> asked) {
        return ok(Ask.as(office.finance).get(search(asked)), 200).path("items.number");
    }

    private String search(Map<String, String> asked) {
        var path = new StringBuilder("/api/v1/receipts?project=" + office.project);
        asked.forEach((name, value) -> path.append('&').append(name).append('=').append(value));
        return path.toString();
    }

    @Test
    @DisplayName("INV-17 DEP-5 a voided receipt lets go of its slip")
    void voidedSlip() {
        var deal = office.contracted();
        var receipt = ok(pay(deal, transfer("V-1", null)), 201).<String>path("receipt.id");
        refused(pay(deal, transfer("V-1", null)), 409, "SLIP_USED_ALREADY");

        ok(Ask.as(office.finance).post("/api/v1/receipts/" + receipt + "/void", Map.of("reason", "wrong deal")), 200);

        ok(pay(deal, transfer("V-1", null)), 201);
    }

    @Test
    @DisplayName("INV-17 DEP-5 of many who book one slip at the same moment one does")
    void oneSlipAtOnce() throws Exception {
        var deals = IntStream.range(0, 4).mapToObj(_ -> office.contracted()).toList();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = deals.stream()
                    .map(deal -> clients.submit(
                            () -> pay(deal, transfer("R-1", "41050168")).statusCode()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    private Response books(Person reader) {
        return ok(Ask.as(reader).get("/api/v1/receipt-books?project=" + office.project), 200);
    }

    private Response pay(UUID deal, Map<String, ?> method) {
        return Ask.as(office.finance)
                .post(
                        "/api/v1/deals/" + deal + "/payments",
                        Map.of("amount", "1000.00", "nature", "PRICE", "method", method));
    }

    private static Map<String, String> transfer(String slip, @Nullable String account) {
        return account == null
                ? Map.of("type", "BANK_TRANSFER", "slip", slip)
                : Map.of("type", "BANK_TRANSFER", "slip", slip, "accountNumber", account);
    }
}
