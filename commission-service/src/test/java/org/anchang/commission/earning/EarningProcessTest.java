package org.anchang.commission.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.commission.Office;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CommissionEvent.CommissionAdjusted;
import org.anchang.events.CommissionEvent.CommissionEarned;
import org.anchang.events.CommissionEvent.CommissionPaid;
import org.anchang.events.CommissionEvent.CommissionReversed;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EarningProcessTest {
    private static final String MILLION = "1000000.00";

    private final Office office = new Office();
    private final UUID deal = UUID.randomUUID();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("COM-1 COM-3 a commission is expected with the order form and earned at signing by the plan")
    void earnedAtSigning() {
        office.publishPlan("SIGNED", "1.25");
        office.registered("li.na");
        office.orderFormSigned(deal, MILLION);
        var expected = commission(deal, "EXPECTED", "12500.00");
        assertThat(expected.getList("entries")).isEmpty();

        office.contractSigned(deal, MILLION);

        var earned = commission(deal, "EARNED", "12500.00");
        assertThat(earned.getList("shares.consultant")).containsExactly("li.na");
        assertThat(earned.getInt("planVersion")).isEqualTo(1);
        assertThat(earned.getString("explanation.total")).isEqualTo(MILLION);
        assertLedgerIs(earned, "12500.00");
        try (var heard = new Overheard(CommissionEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(earned.getString("id")), CommissionEarned.class);
            assertThat(told.amount()).isEqualByComparingTo("12500.00");
            assertThat(told.deal()).isEqualTo(deal);
        }
    }

    @Test
    @DisplayName("COM-3 a commission is paid out by the plan's parts: at signing, with collections and with the filing")
    void paidOutByParts() {
        office.publishPlan(
                "SIGNED", "1.00", Map.of("atEarning", "50.00", "withFiling", "20.00", "withCollections", "30.00"));
        office.registered("li.na");
        office.deposited(deal, "50000.00");
        office.orderFormSigned(deal, MILLION);
        assertThat(commission(deal, "EXPECTED", "10000.00").getString("paid")).isEqualTo("0.00");

        office.contractSigned(deal, MILLION);
        awaitPaid("5150.00");
        office.paid(deal, Nature.PRICE, "450000.00");
        office.paid(deal, Nature.COLLECTED_FOR_OTHERS, "10000.00");
        awaitPaid("6500.00");
        office.filed(deal, MILLION);
        awaitPaid("8500.00");
        office.paid(deal, Nature.LOAN, "500000.00");

        var paid = awaitPaid("10000.00");
        assertThat(paid.getList("entries.findAll { it.kind == 'PAID' }.reason"))
                .containsExactly(
                        "CONTRACT_SIGNED: AT_EARNING",
                        "CONTRACT_SIGNED: WITH_COLLECTIONS",
                        "PAYMENT_RECEIVED: WITH_COLLECTIONS",
                        "DEAL_FILED: WITH_FILING",
                        "PAYMENT_RECEIVED: WITH_COLLECTIONS");
        assertThat(paid.getString("explanation.collected")).isEqualTo(MILLION);
        assertThat(paid.getString("explanation.payout.withCollections")).isEqualTo("30.00");
        try (var heard = new Overheard(CommissionEvent.TOPIC)) {
            var id = UUID.fromString(paid.getString("id"));
            var told = heard.await(id, CommissionPaid.class);
            assertThat(told.amount()).isEqualByComparingTo("5150.00");
            assertThat(told.reason()).isEqualTo("CONTRACT_SIGNED");
            await().untilAsserted(() -> assertThat(heard.of(id).stream()
                            .filter(said -> said.type().equals("CommissionPaid"))
                            .map(said -> said.as(CommissionPaid.class).amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("10000.00"));
        }
    }

    @Test
    @DisplayName("COM-3 COM-4 after a swap the money paid in on the first deal counts for the commission of the chain")
    void collectionsOfTheChain() {
        office.publishPlan("SIGNED", "1.00", Map.of("atEarning", "0.00", "withCollections", "100.00"));
        office.registered("li.na");
        office.deposited(deal, "50000.00");
        var successor = UUID.randomUUID();
        office.swapped(deal, successor, MILLION);
        office.succeeded(successor, deal, MILLION);
        office.orderFormSigned(successor, MILLION);
        office.contractSigned(successor, MILLION);
        awaitPaid("500.00");
    }

    @Test
    @DisplayName("COM-3 where the plan says filing, signing does not earn")
    void earnedAtFiling() {
        office.publishPlan("FILED", "1.00");
        office.registered("li.na");
        office.orderFormSigned(deal, MILLION);
        office.contractSigned(deal, MILLION);
        commission(deal, "EXPECTED", "10000.00");

        office.filed(deal, MILLION);

        commission(deal, "EARNED", "10000.00");
    }

    @Test
    @DisplayName("COM-3 a deal from before the first plan is earned once the plan is there")
    void planComesLater() {
        office.registered("li.na");
        office.orderFormSigned(deal, MILLION);
        office.contractSigned(deal, MILLION);
        commission(deal, "EXPECTED", "0.00");

        office.publishPlan("SIGNED", "1.00");

        assertLedgerIs(commission(deal, "EARNED", "10000.00"), "10000.00");
    }

    @Test
    @DisplayName("COM-2 a substitute during leave has 40 per cent, and the shares add up to the cent")
    void substituteDuringLeave() {
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        office.received("wang.wei", "li.na", ReceptionReason.OWNER_ON_LEAVE);
        // 1 % is 10000.01, 40 % of it 4000.004.
        office.orderFormSigned(deal, "1000001.00");
        office.contractSigned(deal, "1000001.00");

        var earned = commission(deal, "EARNED", "10000.01");

        await().untilAsserted(
                        () -> assertThat(commission(deal, "EARNED", "10000.01").getList("shares.amount"))
                                .containsExactly("6000.01", "4000.00"));
        assertThat(earned.getList("shares.consultant")).startsWith("li.na");
    }

    @Test
    @DisplayName("COM-2 a visit that is read after the deal it came before divides what was earned already")
    void visitReadLate() {
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        var beforeTheDeal = office.now();
        office.orderFormSigned(deal, MILLION);
        office.contractSigned(deal, MILLION);
        commission(deal, "EARNED", "10000.00");

        office.received("wang.wei", "li.na", ReceptionReason.OWNER_ON_BUSINESS_TRIP, beforeTheDeal);

        await().untilAsserted(
                        () -> assertThat(commission(deal, "EARNED", "10000.00").getList("shares.amount"))
                                .containsExactly("6000.00", "4000.00"));
        assertLedgerIs(commission(deal, "EARNED", "10000.00"), "10000.00");
    }

    @Test
    @DisplayName("COM-1 the deal may be read before its customer is known")
    void customerReadLater() {
        office.publishPlan("SIGNED", "1.00");
        var other = UUID.randomUUID();
        office.orderFormSigned(deal, MILLION);
        office.orderFormSigned(other, MILLION);
        office.contractSigned(deal, MILLION);

        office.registered("li.na");

        commission(deal, "EARNED", "10000.00");
        commission(other, "EXPECTED", "10000.00");
    }

    @Test
    @DisplayName("COM-4 a discount after earning adjusts by the difference; a rename changes nothing")
    void discount() {
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        office.orderFormSigned(deal, MILLION);
        office.contractSigned(deal, MILLION);
        office.renamed(deal);
        office.discounted(deal, MILLION, "950000.00");

        var adjusted = commission(deal, "EARNED", "9500.00");

        assertThat(adjusted.getList("entries.kind")).containsExactly("EARNED", "PAID", "ADJUSTED", "PAID");
        assertThat(adjusted.getString("paid")).isEqualTo("5700.00");
        assertLedgerIs(adjusted, "9500.00");
        try (var heard = new Overheard(CommissionEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(adjusted.getString("id")), CommissionAdjusted.class);
            assertThat(told.amount()).isEqualByComparingTo("-500.00");
            assertThat(told.reason()).isEqualTo("DISCOUNT_GRANTED");
        }
    }

    @Test
    @DisplayName(
            "COM-4 a swap recomputes, and the commission goes on with the successor, in whatever order both are read")
    void swap() {
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        office.orderFormSigned(deal, MILLION);
        var successor = UUID.randomUUID();
        office.succeeded(successor, deal, "1200000.00");
        office.orderFormSigned(successor, "1200000.00");
        office.contractSigned(successor, "1200000.00");
        commission(deal, "EXPECTED", "10000.00");

        office.swapped(deal, successor, "1200000.00");

        var earned = commission(successor, "EARNED", "12000.00");
        assertThat(earned.getString("firstDeal")).isEqualTo(deal.toString());
        assertThat(earned.getString("deal")).isEqualTo(successor.toString());
        assertLedgerIs(earned, "12000.00");
    }

    @Test
    @DisplayName("COM-4 a refund takes back what was earned and what was paid out of it; the ledger ends at nothing")
    void refund() {
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        office.received("wang.wei", "li.na", ReceptionReason.OWNER_ON_LEAVE);
        office.orderFormSigned(deal, MILLION);
        office.contractSigned(deal, MILLION);
        // The visit is of another stream, and may be read last.
        await().untilAsserted(
                        () -> assertThat(commission(deal, "EARNED", "10000.00").getList("shares.amount"))
                                .containsExactly("6000.00", "4000.00"));
        office.refunded(deal);

        var reversed = commission(deal, "REVERSED", "0.00");

        assertLedgerIs(reversed, "0.00");
        assertThat(reversed.getList("entries.kind")).contains("EARNED", "REVERSED");
        assertThat(reversed.getString("paid")).isEqualTo("0.00");
        assertThat(reversed.getList("entries.findAll { it.reason == 'DEAL_REFUNDED: AT_EARNING' }.amount"))
                .containsExactlyInAnyOrder("-3600.00", "-2400.00");
        try (var heard = new Overheard(CommissionEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(reversed.getString("id")), CommissionReversed.class);
            assertThat(told.amount()).isEqualByComparingTo("-10000.00");
        }
    }

    @Test
    @DisplayName(
            "CUS-3 COM-1 merged records have one first consultant, the earlier record's, paid commissions included")
    void mergedCustomers() {
        office.publishPlan("SIGNED", "1.00");
        var earlier = UUID.randomUUID();
        office.registered(earlier, "li.na");
        office.registered("wang.wei");
        office.orderFormSigned(deal, MILLION);
        office.contractSigned(deal, MILLION);
        assertThat(commission(deal, "EARNED", "10000.00").getList("shares.consultant"))
                .containsExactly("wang.wei");

        office.merged(earlier);

        await().untilAsserted(
                        () -> assertThat(commission(deal, "EARNED", "10000.00").getList("shares.consultant"))
                                .containsExactly("li.na"));
        var seen = commission(deal, "EARNED", "10000.00");
        assertLedgerIs(seen, "10000.00");
        assertThat(seen.getList("entries.findAll { it.reason == 'CUSTOMERS_MERGED: AT_EARNING' }.amount"))
                .containsExactlyInAnyOrder("-6000.00", "6000.00");
        assertThat(seen.getString("customer")).isEqualTo(office.customer.toString());
        var later = UUID.randomUUID();
        office.orderFormSigned(later, earlier, MILLION);
        assertThat(commission(later, "EXPECTED", "10000.00").getString("customer"))
                .as("the old id leads to the record that stays")
                .isEqualTo(office.customer.toString());
    }

    @Test
    @DisplayName(
            "REC-6 COM-5 COM-1 while it is disputed whose the customer is nothing is paid out; who was first is then decided")
    void disputedCustomer() {
        var dispute = UUID.randomUUID();
        office.publishPlan("SIGNED", "1.00");
        office.registered("li.na");
        office.orderFormSigned(deal, MILLION);
        commission(deal, "EXPECTED", "10000.00");
        office.disputed(dispute);
        awaitFrozen(true);
        office.contractSigned(deal, MILLION);

        var frozen = commission(deal, "EARNED", "10000.00");
        var agreed = office.as("li.na")
                .post(
                        "/api/v1/commissions/" + frozen.getString("id") + "/agreements",
                        Map.of("substitute", "wang.lei", "share", "50.00"));
        office.decided(dispute, "wang.lei");
        var settled = awaitPaid("6000.00");

        assertThat(frozen.getString("paid")).isEqualTo("0.00");
        assertThat(frozen.getBoolean("disputed"))
                .as("how it is divided is another matter")
                .isFalse();
        assertThat(agreed.jsonPath().getString("code")).isEqualTo("COMMISSION_IS_DISPUTED");
        assertThat(settled.getBoolean("frozen")).isFalse();
        assertThat(settled.getList("shares.consultant")).containsExactly("wang.lei");
        assertThat(settled.getList("entries.findAll { it.kind == 'PAID' }.reason"))
                .containsExactly("OWNERSHIP_DECIDED: AT_EARNING");
        assertLedgerIs(settled, "10000.00");
    }

    private void awaitFrozen(boolean isFrozen) {
        await().until(() -> office.siteManager()
                        .get("/api/v1/commissions?project=" + office.project)
                        .jsonPath()
                        .getBoolean("items[0].frozen")
                == isFrozen);
    }

    @Test
    @DisplayName(
            "CUS-3 COM-1 after merges of merges are undone each record has its own first consultant and commissions again")
    void unmergedCustomers() {
        office.publishPlan("SIGNED", "1.00");
        var earliest = UUID.randomUUID();
        var earlier = UUID.randomUUID();
        office.registered(earliest, "zhao.min");
        office.registered(earlier, "li.na");
        office.registered("wang.wei");
        office.orderFormSigned(deal, earliest, MILLION);
        office.contractSigned(deal, MILLION);
        awaitShareOf("zhao.min", earliest);
        office.merged(earlier);
        office.merged(earlier, earliest);
        awaitShareOf("zhao.min", office.customer);

        office.unmerged(earlier, "li.na", "wang.wei");
        awaitShareOf("zhao.min", earlier);
        office.unmerged(earlier, earliest, "zhao.min", "li.na");
        awaitShareOf("zhao.min", earliest);

        var own = UUID.randomUUID();
        office.orderFormSigned(own, earlier, MILLION);
        assertThat(commission(own, "EXPECTED", "10000.00").getList("shares.consultant"))
                .containsExactly("li.na");
    }

    private void awaitShareOf(String consultant, UUID customer) {
        await().untilAsserted(() -> {
            var seen = commission(deal, "EARNED", "10000.00");
            assertThat(seen.getList("shares.consultant")).containsExactly(consultant);
            assertThat(seen.getString("customer")).isEqualTo(customer.toString());
        });
    }

    private JsonPath commission(UUID ofDeal, String state, String amount) {
        return await().until(
                        () -> office.siteManager()
                                .get("/api/v1/commissions?deal=" + ofDeal)
                                .jsonPath(),
                        page -> state.equals(page.getString("items[0].state"))
                                && amount.equals(page.getString("items[0].amount")))
                .setRootPath("items[0]");
    }

    private JsonPath awaitPaid(String paid) {
        return await().until(
                        () -> office.siteManager()
                                .get("/api/v1/commissions?project=" + office.project)
                                .jsonPath(),
                        page -> paid.equals(page.getString("items[0].paid")))
                .setRootPath("items[0]");
    }

    private static void assertLedgerIs(JsonPath commission, String sum) {
        List<String> amounts = commission.getList("entries.findAll { it.kind != 'PAID' }.amount");
        assertThat(amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
    }
}
