package org.anchang.deal.discount;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent.DiscountApproved;
import org.anchang.events.ApprovalEvent.DiscountRefused;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.DiscountRequested;
import org.anchang.kit.seal.Place;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class DiscountProcessTest {
    @jakarta.inject.Inject
    org.anchang.kit.seal.Courier courier;

    private final TestOffice office = new TestOffice();
    private final Signers signers = new Signers(office);
    private final Overheard heard = new Overheard(DealEvent.TOPIC);

    @AfterEach
    void close() {
        signers.close();
        heard.close();
    }

    @Test
    @DisplayName("DIS-1 approved: the order form is replaced by one with the discount asked for, which is signed again")
    void approved() {
        var deal = office.subscribed();
        var oldForm = office.signedForm(deal);
        var request = id(ok(requestDiscount(deal, "60000.00"), 201));
        assertThat(heard.await(deal, DiscountRequested.class).fields())
                .containsEntry("normalDiscount", "20000.00")
                .containsEntry("requestedDiscount", "60000.00")
                .containsEntry("originalTotal", "980000.00")
                .containsEntry("discountedTotal", "940000.00")
                .containsEntry("discountedUnitPrice", "9400.00")
                .containsEntry("discountPercent", "6.00");

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new DiscountApproved(approval, project, Instant.now(), r, d, Map.of()));

        var granted = heard.await(deal, DiscountGranted.class);
        assertThat(granted.totalBefore()).isEqualByComparingTo("980000.00");
        assertThat(granted.terms().total()).isEqualByComparingTo("940000.00");
        var seen = office.get(deal).jsonPath();
        assertThat(seen.getString("total")).isEqualTo("940000.00");
        assertThat(seen.getString("orderForm.state")).isEqualTo("DRAFT");
        var newForm = UUID.fromString(seen.getString("orderForm.id"));
        assertThat(newForm).isNotEqualTo(oldForm);
        ok(office.sign(newForm, office.liNa, "CUSTOMER"), 201);
        ok(office.sign(newForm, office.liNa, "CONSULTANT"), 201);
        ok(office.sign(newForm, office.manager, "SITE_MANAGER"), 201);
        assertThat(office.get(deal).<String>path("orderForm.state")).isEqualTo("SIGNED");
    }

    @Test
    @DisplayName("DIS-1 refused: price and order form stay")
    void refusedStays() {
        var deal = office.subscribed();
        office.signedForm(deal);
        var request = id(ok(requestDiscount(deal, "60000.00"), 201));

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new DiscountRefused(approval, project, Instant.now(), r, d, "too much"));

        signers.awaitOutcome(request, "REFUSED");
        assertThat(office.get(deal).<String>path("total")).isEqualTo("980000.00");
        assertThat(office.get(deal).<String>path("orderForm.state")).isEqualTo("SIGNED");
    }

    @Test
    @DisplayName("DIS-1 a discount must be greater than the normal one, and there must be an order form")
    void refusals() {
        var deal = office.subscribed();
        refused(requestDiscount(deal, "60000.00"), 409, "ORDER_FORM_NOT_SIGNED");
        office.signedForm(deal);
        refused(requestDiscount(deal, "20000.00"), 422, "DISCOUNT_NOT_GREATER");
        ok(requestDiscount(deal, "20000.01"), 201);
    }

    @Test
    @DisplayName("INV-12 below the floor price a special discount passes with the general manager's signature only")
    void belowTheFloor() {
        var unsigned = belowFloor();
        var request = id(ok(requestDiscount(unsigned, "60000.00"), 201));
        signers.end(
                request,
                unsigned,
                (approval, r, d, project) -> new DiscountApproved(approval, project, Instant.now(), r, d, Map.of()));
        signers.awaitOutcome(request, "BELOW_FLOOR_PRICE");
        assertThat(office.get(unsigned).<String>path("price")).isEqualTo("980000.00");

        var signed = belowFloor();
        var second = id(ok(requestDiscount(signed, "60000.00"), 201));
        signers.endSignedBy(
                "general-manager",
                second,
                signed,
                (approval, r, d, project) -> new DiscountApproved(approval, project, Instant.now(), r, d, Map.of()));
        signers.awaitOutcome(second, "APPROVED");
        assertThat(office.get(signed).<String>path("price")).isEqualTo("940000.00");
    }

    /// A deal at 980,000.00 whose unit has a floor price of 950,000.00.
    private UUID belowFloor() {
        var home = office.home(office.customer());
        office.put(
                home,
                new TestOffice.Told(true, true, false, courier.seal("950000.00", Place.floorOf(home.hold())), "[]"));
        var deal = office.confirmed(home);
        ok(office.deposit(deal, "FULL", "50000.00"), 201);
        office.signedForm(deal);
        return deal;
    }

    private Response requestDiscount(UUID deal, String discount) {
        return Ask.as(office.liNa)
                .post(
                        "/api/v1/deals/" + deal + "/discount-requests",
                        Map.of("requestedDiscount", discount, "reason", "buys two"));
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.path("id"));
    }
}
