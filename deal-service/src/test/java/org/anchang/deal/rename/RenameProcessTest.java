package org.anchang.deal.rename;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent.RenameApproved;
import org.anchang.events.ApprovalEvent.RenameRefused;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.PurchaserRenamed;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class RenameProcessTest {
    private final TestOffice office = new TestOffice();
    private final Signers signers = new Signers(office);
    private final Overheard heard = new Overheard(DealEvent.TOPIC);

    @AfterEach
    void close() {
        signers.close();
        heard.close();
    }

    @Test
    @DisplayName("REN-1 approved: the new buyer takes the place of the old one, unchecked yet, on a new order form")
    void approved() {
        var deal = office.readyToSign();
        var request = id(ok(requestRename(deal, true, "100.00"), 201));

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new RenameApproved(approval, project, Instant.now(), r, d, Map.of()));

        heard.await(deal, PurchaserRenamed.class);
        var seen = office.get(deal).jsonPath();
        assertThat(seen.getList("buyers.name")).containsExactly("李四");
        assertThat(seen.getBoolean("buyers[0].checked")).isFalse();
        assertThat(seen.getString("orderForm.state")).isEqualTo("DRAFT");
        assertThat(seen.getString("total")).isEqualTo("980000.00");
    }

    @Test
    @DisplayName("REN-1 what goes out as events holds no name and no number of the new buyer")
    void nothingPersonalInEvents() {
        var deal = office.readyToSign();

        ok(requestRename(deal, true, "100.00"), 201);

        heard.await(deal, DealEvent.RenameRequested.class);
        assertThat(heard.of(deal))
                .noneMatch(
                        said -> said.payload().contains("李四") || said.payload().contains("410303198512124321"));
    }

    @Test
    @DisplayName("REN-1 refused: the buyers stay")
    void refusedStays() {
        var deal = office.readyToSign();
        var request = id(ok(requestRename(deal, true, "100.00"), 201));

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new RenameRefused(approval, project, Instant.now(), r, d, "not family"));

        signers.awaitOutcome(request, "REFUSED");
        assertThat(office.get(deal).jsonPath().getList("buyers.name")).containsExactly("张三");
    }

    @Test
    @DisplayName("REN-1 both sides have to sign, and the new buyers own the whole")
    void refusals() {
        var deal = office.readyToSign();
        refused(requestRename(deal, false, "100.00"), 422, "SIGNATURES_MISSING");
        refused(requestRename(deal, true, "99.99"), 422, "SHARES_DO_NOT_ADD_UP");
    }

    @Test
    @DisplayName("REN-1 after signing: the contract is not filed before the new buyer passed CON-1")
    void notFiledUnchecked() {
        var deal = office.contracted();
        var request = id(ok(requestRename(deal, true, "100.00"), 201));
        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new RenameApproved(approval, project, Instant.now(), r, d, Map.of()));
        signers.awaitOutcome(request, "APPROVED");
        var filings = "/api/v1/deals/" + deal + "/filings";
        ok(Ask.as(office.liNa).post(filings, Map.of()), 201);
        var acceptance = Map.of(
                "registrationNumber",
                "BA-" + deal,
                "filedOn",
                TestOffice.today().toString());

        refused(Ask.as(office.manager).post(filings + "/acceptance", acceptance), 409, "BUYERS_NOT_CHECKED");

        ok(
                Ask.as(office.liNa)
                        .post(
                                "/api/v1/deals/" + deal + "/buyer-checks",
                                Map.of("buyer", "0", "identityChecked", true, "qualification", "local household")),
                200);
        ok(Ask.as(office.manager).post(filings + "/acceptance", acceptance), 200);
    }

    private Response requestRename(UUID deal, boolean newSigned, String share) {
        var buyer = Map.of(
                "name",
                "李四",
                "idType",
                "ID_CARD",
                "idNumber",
                "410303198512124321",
                "phone",
                "13900139000",
                "share",
                share,
                "main",
                true);
        return Ask.as(office.liNa)
                .post(
                        "/api/v1/deals/" + deal + "/rename-requests",
                        Map.of(
                                "buyers",
                                List.of(buyer),
                                "reason",
                                "bought for the son",
                                "oldBuyersSigned",
                                true,
                                "newBuyersSigned",
                                newSigned));
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.path("id"));
    }
}
