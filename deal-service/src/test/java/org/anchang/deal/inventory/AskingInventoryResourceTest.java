package org.anchang.deal.inventory;

import static org.anchang.deal.Refusing.assertRefused;
import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.InventoryStandIn.Home;
import org.anchang.deal.TestOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class AskingInventoryResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    UnitClaims claims;

    @Inject
    AskingInventory holding;

    @Test
    @DisplayName("INV-6 SEC-3 a top-up is refused once a certificate has run out; one that was taken is answered again")
    void topUpNeedsCertificates() {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        ok(office.deposit(deal, "SMALL", "5000.00"), 201);
        var key = UUID.randomUUID().toString();
        office.put(home, true, false);

        refused(office.deposit(deal, "TOP_UP", "45000.00", key), 409, "CERTIFICATES_INCOMPLETE");

        assertThat(office.get(deal).<String>path("depositTotal")).isEqualTo("5000.00");
        office.put(home, true, true);
        var asked = questions(home);
        var taken = ok(office.deposit(deal, "TOP_UP", "45000.00", key), 201);
        assertThat(questions(home)).as("asked once").isEqualTo(asked + 1);
        office.put(home, true, false);
        assertThat(ok(office.deposit(deal, "TOP_UP", "45000.00", key), 201).asString())
                .isEqualTo(taken.asString());
        assertThat(questions(home)).as("not asked again").isEqualTo(asked + 1);
    }

    /// How often inventory was asked for the unit.
    private static int questions(Home home) {
        return RestAssured.get(System.getProperty(InventoryStandIn.ADDRESS) + "/questions/" + home.unit())
                .as(Integer.class);
    }

    @Test
    @DisplayName("SEC-3 a ticket and its confirmation sent again are answered alike, also after the hold has ended")
    void ticketSentTwice() {
        var home = office.home(office.customer());
        var deal = UUID.fromString(ok(office.open(home), 201).path("id"));
        var path = "/api/v1/deals/" + deal + "/unit-confirmation";
        var key = UUID.randomUUID().toString();
        var first = ok(Ask.as(office.manager).post(path, Map.of(), key), 200);

        office.put(home, false, true);

        assertThat(ok(Ask.as(office.manager).post(path, Map.of(), key), 200).asString())
                .isEqualTo(first.asString());
        refused(Ask.as(office.manager).post(path, Map.of()), 409, "UNIT_ALREADY_CONFIRMED");
    }

    @Test
    @DisplayName("DEP-1 a deal claims a hold once: what was settled is not asked for again")
    void claimedOnce() {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        ok(office.deposit(deal, "SMALL", "5000.00"), 201);

        var again = new UnitClaims.Wanted(deal, office.project, home.unit(), home.hold());

        assertRefused(DealRefusal.HOLD_IS_NOT_LIVE, () -> claims.claim(again));
    }

    @Test
    @DisplayName("INV-4 nobody waits for inventory in a transaction: there it is not asked")
    void notInATransaction() {
        var home = office.home(office.customer());
        QuarkusTransaction.requiringNew().run(() -> {
            assertThatThrownBy(() -> holding.read(home.hold())).isInstanceOf(TransactionalException.class);
            assertThatThrownBy(() -> holding.certified(List.of(home.unit())))
                    .isInstanceOf(TransactionalException.class);
        });
    }
}
