package org.anchang.deal.voiding;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent.VoidApproved;
import org.anchang.events.ApprovalEvent.VoidRefused;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.OrderFormVoided;
import org.anchang.events.DealEvent.RefundPaid;
import org.anchang.kit.sql.Database;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class VoidProcessTest {
    @Inject
    Database database;

    private final TestOffice office = new TestOffice();
    private final Signers signers = new Signers(office);
    private final Overheard heard = new Overheard(DealEvent.TOPIC);

    @AfterEach
    void close() {
        signers.close();
        heard.close();
    }

    @Test
    @DisplayName(
            "DEP-6 a superior voids: the order form ends with the reason, all money is owed back and paid out once")
    void voided() {
        var deal = office.subscribed();
        var form = office.signedForm(deal);
        var request = requestVoid(deal);

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new VoidApproved(approval, project, Instant.now(), r, d, Map.of()));

        var voided = heard.await(deal, DealVoided.class);
        assertThat(voided.payable()).isEqualByComparingTo("50000.00");
        assertThat(heard.of(deal))
                .filteredOn(said -> said.type().equals("DealVoided"))
                .extracting(said -> said.json().path("by").asText())
                .as("who signed last, not the event that told of it")
                .containsExactly("wang.jian");
        assertThat(heard.await(deal, OrderFormVoided.class).orderForm()).isEqualTo(form);
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("VOIDED");
        var payout = "/api/v1/deals/" + deal + "/refund-payouts";
        refused(Ask.as(office.liNa).post(payout, Map.of("slip", "P-1")), 403, "ROLE_NOT_ALLOWED");
        ok(Ask.as(office.finance).post(payout, Map.of("slip", "P-1")), 201);
        assertThat(heard.await(deal, RefundPaid.class).amount()).isEqualByComparingTo("50000.00");
        refused(Ask.as(office.finance).post(payout, Map.of("slip", "P-2")), 409, "NOTHING_TO_PAY_OUT");
    }

    @Test
    @DisplayName("DEP-6 without the superior's word the order form stays")
    void refusedStays() {
        var deal = office.subscribed();
        office.signedForm(deal);
        var request = requestVoid(deal);

        signers.end(
                request,
                deal,
                (approval, r, d, project) ->
                        new VoidRefused(approval, project, Instant.now(), r, d, "talk to them again"));

        signers.awaitOutcome(request, "REFUSED");
        assertThat(office.get(deal).<String>path("orderForm.state")).isEqualTo("SIGNED");
    }

    @Test
    @DisplayName("CUS-6 what people wrote into a form stands sealed in table and event, and open for whom it concerns")
    void sealedTexts() {
        var request = requestVoid(office.reserved());
        var path = "/api/v1/requests/" + request;

        assertThat(Ask.as(office.liNa).get(path).<String>path("fields.reason")).isEqualTo("wrong unit written");
        assertThat(Ask.as(office.manager).get(path).<String>path("fields.reason"))
                .isEqualTo("wrong unit written");
        assertThat(Ask.as(office.finance).get(path).<Map<String, String>>path("fields"))
                .containsKey("unit")
                .doesNotContainKey("reason");
        var kept = database.sql("SELECT cast(to_jsonb(r) AS text) FROM change_request r WHERE id = :request")
                .with("request", request)
                .one(String.class);
        assertThat(kept).contains("\"reason\"").doesNotContain("wrong unit");
        var told =
                heard.await(UUID.fromString(Ask.as(office.liNa).get(path).path("deal")), DealEvent.VoidRequested.class);
        assertThat(told.fields().get("reason")).isNotBlank().doesNotContain("wrong unit");
    }

    private UUID requestVoid(UUID deal) {
        return UUID.fromString(ok(
                        Ask.as(office.liNa)
                                .post(
                                        "/api/v1/deals/" + deal + "/void-requests",
                                        Map.of("reason", "wrong unit written")),
                        201)
                .path("id"));
    }
}
