package org.anchang.deal.past;

import static org.anchang.deal.TestOffice.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class PastDealResourceTest {
    /// What was answered at a moment.
    private record Picture(String at, String deal, List<?> balances, List<?> outstanding) {}

    private final TestOffice office = new TestOffice();

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "AOF-1 FIN-2 a deal, its balance and the project's accounts as of a moment are what was answered at that moment")
    void randomHistory() throws SQLException {
        var random = new Random(5);
        var deal = office.confirmed();
        var pictures = new ArrayList<Picture>();
        pictures.add(picture(deal));
        ok(office.deposit(deal, "SMALL", "5000.00"), 201);
        pictures.add(picture(deal));
        ok(office.deposit(deal, "TOP_UP", "45000.00"), 201);
        pictures.add(picture(deal));
        office.signedForm(deal);
        office.checkBuyer(deal);
        pictures.add(picture(deal));
        ok(
                office.signContract(
                        deal,
                        Map.of("type", "LUMP_SUM", "payBy", TestOffice.today().toString())),
                201);
        pictures.add(picture(deal));
        for (int payment = 0; payment < 4; payment++) {
            ok(office.pay(deal, "%d.%02d".formatted(1_000 + random.nextInt(100_000), random.nextInt(100))), 201);
            if (random.nextBoolean()) {
                var last = Ask.as(office.finance).get("/api/v1/receipts?kind=PAYMENT&newest=true&deal=" + deal);
                ok(
                        Ask.as(office.finance)
                                .post(
                                        "/api/v1/receipts/" + last.path("items[0].id") + "/void",
                                        Map.of("reason", "test")),
                        200);
            }
            pictures.add(picture(deal));
        }

        assertThat(pictures.stream().map(Picture::deal).distinct()).hasSizeGreaterThan(5);
        for (var picture : pictures) {
            assertThat(stood(deal, picture.at())).isEqualTo(picture.deal());
            assertThat(finance("balances", "&at=" + picture.at())).isEqualTo(picture.balances());
            assertThat(finance("outstanding", "&at=" + picture.at())).isEqualTo(picture.outstanding());
        }
        var between =
                "from=" + pictures.get(1).at() + "&to=" + pictures.getLast().at();
        var difference = Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/differences?" + between);
        assertThat(difference.<List<String>>path("moves.to")).containsExactly("SUBSCRIBED", "CONTRACTED");
        assertThat(difference.<String>path("before.deal.received")).isEqualTo("5000.00");
        accountsAddUp(between, pictures.get(1), pictures.getLast());
        assertThat(finance("ledger", "&" + between)).hasSizeGreaterThan(4);
        assertThat(Ask.as(Person.siteManager("x").in("elsewhere"))
                        .get("/api/v1/deals/" + deal + "/as-of?at="
                                + pictures.getLast().at())
                        .statusCode())
                .isEqualTo(404);
        assertThat((String) Ask.as(office.liNa)
                        .get("/api/v1/deals/" + deal + "/as-of?at=2020-01-01T00:00:00Z")
                        .path("code"))
                .isEqualTo("MOMENT_BEFORE_THE_BEGINNING");
    }

    private void accountsAddUp(String between, Picture from, Picture to) {
        for (var one : finance("differences", "&" + between)) {
            var account = (Map<?, ?>) one;
            var before = balance(from.balances(), account);
            assertThat(new BigDecimal((String) account.get("before"))).isEqualByComparingTo(before);
            assertThat(new BigDecimal((String) account.get("difference")))
                    .isEqualByComparingTo(balance(to.balances(), account).subtract(before));
        }
    }

    private static BigDecimal balance(List<?> balances, Map<?, ?> account) {
        return balances.stream()
                .map(Map.class::cast)
                .filter(one -> one.get("account").equals(account.get("account"))
                        && one.get("nature").equals(account.get("nature")))
                .map(one -> new BigDecimal((String) one.get("balance")))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private Picture picture(UUID deal) throws SQLException {
        var stood = Ask.as(office.liNa).get("/api/v1/deals/" + deal).jsonPath();
        var balances = finance("balances", "");
        var outstanding = finance("outstanding", "");
        var money = outstanding.isEmpty() ? "" : ((Map<?, ?>) outstanding.getFirst()).get("paid");
        return new Picture(
                now(),
                String.join(
                        " ",
                        stood.getString("stage"),
                        stood.getString("consultant"),
                        stood.getString("ticket"),
                        "" + money),
                balances,
                outstanding);
    }

    /// The same of a past moment.
    private String stood(UUID deal, String at) {
        var stood = ok(Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/as-of?at=" + at), 200)
                .jsonPath();
        var money = stood.getString("deal.stage").equals("QUEUED") ? "" : stood.getString("deal.paid");
        return String.join(
                " ",
                stood.getString("deal.stage"),
                stood.getString("deal.consultant"),
                stood.getString("deal.ticket"),
                money);
    }

    private List<?> finance(String what, String more) {
        return ok(Ask.as(office.finance).get("/api/v1/finance/" + what + "?project=" + office.project + more), 200)
                .path("items");
    }

    private String now() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
