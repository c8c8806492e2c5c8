package org.anchang.deal.ledger;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.DealEvent;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class FinanceResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    AgroalDataSource database;

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
                statement.execute(
                        "INSERT INTO ledger_entry (id, project, deal, what, counts_on, made_at, made_by) VALUES ('%s', '%s', '%s', 'DEPOSIT', now(), now(), 'x')"
                                .formatted(entry, office.project, deal));
                statement.execute(
                        "INSERT INTO posting (entry, line, account, deal, nature, debit, credit) VALUES ('%s', 1, 'CASH', '%s', 'DEPOSIT', 5, 0)"
                                .formatted(entry, deal));
                statement.execute(
                        "INSERT INTO posting (entry, line, account, deal, nature, debit, credit) VALUES ('%s', 2, 'DEPOSITS', '%s', 'DEPOSIT', 0, 4.99)"
                                .formatted(entry, deal));
            }
            assertThatThrownBy(connection::commit).hasMessageContaining("does not balance");
            connection.rollback();
        }
        assertThatThrownBy(() -> Superuser.run("DELETE FROM posting")).hasStackTraceContaining("only ever added to");
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
    @DisplayName("FIN-2 COL-1 CUS-6 each line names its deal as people do: home, ticket, consultant, buyers masked")
    void namedDeals() {
        var deal = office.contracted();
        var ticket = office.get(deal).<String>path("ticket");

        for (var list : List.of("/ledger?project=", "/outstanding?project=")) {
            var lines = ok(Ask.as(office.finance).get("/api/v1/finance" + list + office.project), 200);
            assertThat(lines.<String>path("items[0].deal")).isEqualTo(deal.toString());
            assertThat(lines.<String>path("items[0].ticket")).isEqualTo(ticket);
            assertThat(lines.<String>path("items[0].home")).isEqualTo("3栋-1单元-3101");
            assertThat(lines.<String>path("items[0].consultant")).isEqualTo("li.na");
            assertThat(lines.<String>path("items[0].buyers")).isEqualTo("张**");
        }
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
