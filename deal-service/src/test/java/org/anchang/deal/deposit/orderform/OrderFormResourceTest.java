package org.anchang.deal.deposit.orderform;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.DealEvent;
import org.anchang.test.Ask;
import org.anchang.test.IdentityNumbers;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class OrderFormResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName("DEP-3 DEP-6 the order form is signed by three, and a signed one is not replaced by a consultant")
    void orderForm() {
        var deal = office.subscribed();
        var form = UUID.fromString(
                ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms", office.orderForm()), 201)
                        .path("id"));
        var second = UUID.fromString(
                ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms", office.orderForm()), 201)
                        .path("id"));
        refused(office.sign(form, office.liNa, "CUSTOMER"), 409, "ORDER_FORM_HAS_ENDED");

        refused(office.sign(second, office.liNa, "SITE_MANAGER"), 403, "SIGNATURE_IS_ANOTHERS");
        refused(office.sign(second, office.manager, "CUSTOMER"), 403, "SIGNATURE_IS_ANOTHERS");
        ok(office.sign(second, office.liNa, "CUSTOMER"), 201);
        ok(office.sign(second, office.liNa, "CONSULTANT"), 201);
        refused(office.sign(second, office.liNa, "CONSULTANT"), 409, "ALREADY_SIGNED");
        var signed = ok(office.sign(second, office.manager, "SITE_MANAGER"), 201);

        assertThat(signed.<String>path("state")).isEqualTo("SIGNED");
        assertThat(office.get(deal).<String>path("total")).isEqualTo("980000.00");
        refused(
                Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms", office.orderForm()),
                409,
                "ORDER_FORM_IS_SIGNED");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.OrderFormSigned.class).version())
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("DEP-3 INV-10 the form of a home priced as a whole shows its area, and adds up in the database too")
    void pricedAsAWhole() {
        var home = office.home(office.customer());
        office.put(home, new TestOffice.Told(true, true, false, null, "[]", "WHOLE_UNIT"));
        var deal = office.confirmed(home);
        ok(office.deposit(deal, "SMALL", "5000.00"), 201);
        ok(office.deposit(deal, "TOP_UP", "45000.00"), 201);
        var written = office.orderForm();
        written.put("unitPrice", "1000000.00");

        var form = ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms", written), 201)
                .jsonPath();

        assertThat(form.getString("area")).isEqualTo("100.00");
        assertThat(form.getString("priceBasis")).isEqualTo("WHOLE_UNIT");
        assertThat(form.getString("total")).isEqualTo("980000.00");
    }

    @Test
    @DisplayName("DEP-3 DEP-4 a preview reckons and checks as the form would be, and keeps nothing")
    void preview() {
        var deal = office.subscribed();
        var path = "/api/v1/deals/" + deal + "/order-forms/preview";
        var steps = List.of(
                Map.of("kind", "CAMPAIGN", "amount", "15000.00"), Map.of("kind", "ROUNDING", "amount", "5000.00"));

        var good = ok(
                Ask.as(office.liNa)
                        .post(path, Map.of("unitPrice", "10000.00", "discountStack", steps, "deposit", "50000.00")),
                200);

        assertThat(good.<String>path("homePrice")).isEqualTo("1000000.00");
        assertThat(good.<String>path("discount")).isEqualTo("20000.00");
        assertThat(good.<String>path("total")).isEqualTo("980000.00");
        assertThat(good.<String>path("pricedArea")).isEqualTo("100.00");
        assertThat(good.<Object>path("broken")).isNull();
        var capped = ok(
                Ask.as(office.liNa)
                        .post(path, Map.of("unitPrice", "10000.00", "discountStack", steps, "deposit", "500000.00")),
                200);
        assertThat(capped.<String>path("total")).isEqualTo("980000.00");
        assertThat(capped.<String>path("broken.code")).isEqualTo("DEPOSIT_ABOVE_CAP");
        assertThat(capped.<String>path("broken.rule")).isEqualTo("DEP-4");
        assertThat(capped.<String>path("broken.title")).doesNotContain("{");
        var dear = ok(Ask.as(office.liNa).post(path, Map.of("unitPrice", "10000.01")), 200);
        assertThat(dear.<String>path("broken.code")).isEqualTo("UNIT_PRICE_ABOVE_LIST");
        assertThat(dear.<String>path("broken.field")).isEqualTo("unitPrice");
        assertThat(office.get(deal).<Object>path("orderForm")).isNull();
        refused(Ask.as(office.wangWei).post(path, Map.of("unitPrice", "10000.00")), 404, "NOT_FOUND");
        refused(Ask.as(office.finance).post(path, Map.of("unitPrice", "10000.00")), 403, "ROLE_NOT_ALLOWED");
    }

    @Test
    @DisplayName("DEP-3 the database too refuses to alter a signed form")
    void signedFormIsImmutable() throws SQLException {
        var deal = office.subscribed();
        var form = office.signedForm(deal);

        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("UPDATE order_form SET sign_by = sign_by + 1 WHERE id = ?")) {
            statement.setObject(1, form);
            assertThatThrownBy(statement::executeUpdate).hasMessageContaining("DEP-3");
        }
    }

    @Test
    @DisplayName(
            "CUS-6 buyers are masked in answers to commands, open to the deal's consultant, sealed in the database")
    void buyersAreSealed() throws SQLException {
        var deal = office.subscribed();
        var form = Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms", office.orderForm());

        assertThat(ok(form, 201).asString())
                .doesNotContain("410303199001011231")
                .doesNotContain("张三");
        assertThat(office.get(deal).<String>path("buyers[0].idNumber")).isEqualTo("410303199001011231");
        assertThat(Ask.as(office.finance).get("/api/v1/deals/" + deal).<String>path("buyers[0].idNumber"))
                .isEqualTo("41************1231");
        assertThat(Ask.as(office.manager)
                        .get("/api/v1/deal-looks?of=" + deal)
                        .jsonPath()
                        .getList("items.by"))
                .as("each look in full is kept, and no other")
                .containsExactly("li.na");
        assertThat(Ask.as(office.liNa).get("/api/v1/deal-looks?of=" + deal).statusCode())
                .isEqualTo(403);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM audit WHERE after::text LIKE '%410303199001011231%' OR after::text LIKE '%张三%'");
                var row = statement.executeQuery()) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    @DisplayName(
            "DEP-2 DEP-3 what cannot be on a form is refused by its member: fees below zero, a top-up after signing, a crowd")
    void impossibleForms() {
        var deal = office.subscribed();
        var path = "/api/v1/deals/" + deal + "/order-forms";

        for (var wrong : Map.<String, Map<String, Object>>of(
                        "taxesAndFees[0].amount",
                                Map.of("taxesAndFees", List.of(Map.of("label", "契税", "amount", "-0.01"))),
                        "deposit", Map.of("deposit", "-50000.00"),
                        "unitPrice", Map.of("unitPrice", "0.00"),
                        "buyers",
                                Map.of("buyers", Collections.nCopies(21, buyer(IdentityNumbers.of(1), "0.50", false))),
                        "buyers[0].idNumber", Map.of("buyers", List.of(buyer("410303199001011234", "100.00", true))),
                        "buyers[0].idType", Map.of("buyers", List.of(Map.of("idType", "???"))))
                .entrySet()) {
            var form = office.orderForm();
            form.putAll(wrong.getValue());
            var answer = Ask.as(office.liNa).post(path, form);
            refused(answer, 422, "REQUEST_NOT_UNDERSTOOD");
            assertThat(answer.<List<String>>path("violations.field")).containsExactly(wrong.getKey());
        }
        var late = office.orderForm();
        late.put("topUpBy", late.get("signBy"));
        ok(Ask.as(office.liNa).post(path, late), 201);
        late.put("topUpBy", TestOffice.today().plusDays(11).toString());
        refused(Ask.as(office.liNa).post(path, late), 422, "TOP_UP_AFTER_SIGNING");
    }

    @Test
    @DisplayName("DEP-3 one person stands on a form once, however the number is written")
    void onePersonOnce() {
        var deal = office.subscribed();
        var form = office.orderForm();
        for (var again : List.of("11010519491231002X", "11010519491231002x", "110105491231002")) {
            form.put("buyers", List.of(buyer("11010519491231002X", "50.00", true), buyer(again, "50.00", false)));
            var answer = Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms", form);
            refused(answer, 422, "BUYER_STANDS_TWICE");
            assertThat(answer.<String>path("field")).isEqualTo("buyers[1].idNumber");
        }
    }

    private static Map<String, Object> buyer(String idNumber, String share, boolean main) {
        return Map.of("name", "张三", "idType", "ID_CARD", "idNumber", idNumber, "share", share, "main", main);
    }

    @Test
    @DisplayName("INV-4 the database refuses an illegal stage and a second live deal on a unit")
    void lastGuard() throws SQLException {
        var deal = office.reserved();
        try (var connection = database.getConnection();
                var jump = connection.prepareStatement("UPDATE deal SET stage = 'FILED', total = 1 WHERE id = ?");
                var copy = connection.prepareStatement("""
                        INSERT INTO deal_line (id, deal, position, kind, unit, label, list_total)
                        SELECT gen_random_uuid(), deal, 2, 'PARKING', unit, label, 1 FROM deal_line WHERE deal = ?""")) {
            jump.setObject(1, deal);
            assertThatThrownBy(jump::executeUpdate).hasMessageContaining("deal_stage_from_stage_to_stage_fkey");
            copy.setObject(1, deal);
            assertThatThrownBy(copy::executeUpdate).hasMessageContaining("one_live_deal_per_unit");
        }
    }
}
