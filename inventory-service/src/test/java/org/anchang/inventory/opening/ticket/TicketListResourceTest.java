package org.anchang.inventory.opening.ticket;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.AnOpeningDay;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TicketListResourceTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-13 one bad row and no ticket is taken over; the bad rows are told, or come as a file with why")
    void allOrNone() {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 1);
        var list = "姓名,排号,电话,客户\n张三,B001,13800000001,\n李四,A001,13800000002,\n王五,B002,没有,C1\n";

        var refused = day.importing(list);

        assertRefused(InventoryRefusal.TICKET_LIST_HAS_BAD_ROWS, refused);
        assertThat((int) refused.path("count")).isEqualTo(3);
        assertThat(refused.<List<String>>path("rows.reason"))
                .containsExactly("NUMBER_KNOWN", "NO_PHONE", "NO_CUSTOMER_ID");
        assertThat(refused.asString()).doesNotContain("李四", "王五", "没有");
        var file = day.sending("/tickets", list, "text/csv");
        assertThat(file.statusCode()).isEqualTo(422);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.asString().lines())
                .containsExactly(
                        "\uFEFF姓名,排号,电话,客户,reason",
                        "李四,A001,13800000002,,排号: the number is on the list of the day already",
                        "王五,B002,没有,C1,电话: is not a phone number; 客户: is not the id of a customer");
        assertThat(day.office.liNa.get(day.path + "/tickets").<List<String>>path("items.number"))
                .containsExactly("A001");

        var taken = day.sending(
                "/tickets", list.replace("A001", "B003").replace("没有,C1", "+86 138 0000 0003,"), "text/csv");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        assertThat((int) taken.path("tickets")).isEqualTo(3);
        done(day.office.siteManager.post(day.path + "/check-in"));
        done(day.importing("排号,姓名,电话\nB004,赵六,13800000004\n"));
    }

    @Test
    @DisplayName(
            "INV-17 a ticket is the same however its number is written: in a list, to the day, to the notary, to who looks")
    void oneNumber() {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 2);

        var refused = day.importing("排号,姓名,电话\nＡ００１,张三,13800000001\nB001,李四,13800000002\nb 001\u200B,王五,13800000003\n");

        assertThat(refused.<List<String>>path("rows.reason")).containsExactly("NUMBER_KNOWN", "NUMBER_TWICE");
        var look = day.office.liNa.get(day.path + "/tickets?number=ａ001");
        assertThat(look.<List<String>>path("items.number")).containsExactly("A001");
        day.checkedIn();
        done(day.sending("/notary-order", "排号\nＡ002\na 001\n", "application/json"));
        assertThat(day.office.liNa.get(day.path + "/draw/places").<List<String>>path("items.number"))
                .containsExactly("A002", "A001");
    }

    @Test
    @DisplayName("INV-13 CUS-6 names and phones are sealed at rest, masked in lists, and each look in full is recorded")
    void personal() throws SQLException, IOException {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 0);
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("排号");
            for (int i = 0; i < 3; i++) {
                sheet.value(0, i, List.of("电话", "姓名", "排号").get(i));
                sheet.value(1, i, List.of("13812345678", "欧阳娜", "0001").get(i));
            }
        }
        done(day.sending("/tickets", bytes.toByteArray(), "application/json"));
        day.readTickets();

        var listed = day.office.siteManager.get(day.path + "/tickets?number=0001&state=LISTED");
        assertThat((String) listed.path("items[0].name")).isEqualTo("欧阳****");
        assertThat((String) listed.path("items[0].phone")).isEqualTo("********678");
        assertThat((String) day.office.liNa.get(day.ticket("0001")).path("phone"))
                .isEqualTo("********678");
        var inFull = day.office.siteManager.get(day.ticket("0001"));
        assertThat((String) inFull.path("name")).isEqualTo("欧阳娜");
        assertThat((String) inFull.path("phone")).isEqualTo("13812345678");
        var history = day.office.administrator.get(day.ticket("0001") + "/history?limit=1");
        var rest = day.office.administrator.get(day.ticket("0001") + "/history?cursor=" + history.<String>path("next"));
        assertThat(history.<List<String>>path("items.what")).containsExactly("LISTED");
        assertThat(rest.<List<Map<String, String>>>path("items"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).containsEntry("what", "SEEN_IN_FULL").containsEntry("by", "chen.jing"));
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT to_jsonb(t)::text, (SELECT string_agg(a.after::text, '') FROM audit a"
                                + " WHERE a.row_id = t.id::text) FROM ticket t WHERE day = '" + day.id + "'")) {
            row.next();
            assertThat(row.getString(1) + row.getString(2)).doesNotContain("欧阳娜", "13812345678");
        }

        var customer = Map.of("customer", UUID.randomUUID());
        assertThat((String) done(day.office.liNa.post(day.ticket("0001") + "/customer", customer))
                        .path("customer"))
                .isEqualTo(customer.get("customer").toString());
        assertRefused(
                InventoryRefusal.TICKET_HAS_A_CUSTOMER,
                day.office.liNa.post(day.ticket("0001") + "/customer", customer));
    }

    @Test
    @DisplayName(
            "INV-13 SEC-1 consultants check in and name customers of their own, and do not see others'; a site manager names"
                    + " another one, with a reason")
    void ownCustomersOnly() {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 1);
        done(day.importing("排号,姓名,电话\nB001,赵六,13800000004\n"));
        day.readTickets();
        var office = day.office;
        var wangLei = office.consultant("wang.lei");
        var customer = day.customer("A001");
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(new CustomerRegistered(
                    customer, office.project, Instant.now(), "K-1", "wang.lei", "WALK_IN", null, "张**", null, null));
        }
        await().until(() -> office.liNa.get(day.ticket("A001")).path("customer") == null);
        assertThat(office.liNa.get(day.path + "/tickets").asString()).doesNotContain(customer.toString());
        assertThat(wangLei.get(day.path + "/tickets").<List<String>>path("items.customer"))
                .contains(customer.toString());
        var naming = day.ticket("B001") + "/customer";
        assertRefused(InventoryRefusal.CUSTOMER_IS_NOT_YOURS, office.liNa.post(naming, Map.of("customer", customer)));
        done(office.siteManager.post(day.path + "/check-in"));
        assertRefused(InventoryRefusal.CUSTOMER_IS_NOT_YOURS, day.checkIn("A001"));
        done(wangLei.post(day.ticket("A001") + "/check-in"));

        done(office.liNa.post(naming, Map.of("customer", UUID.randomUUID())));
        var right = UUID.randomUUID();
        assertRefused(
                InventoryRefusal.TICKET_HAS_A_CUSTOMER, office.siteManager.post(naming, Map.of("customer", right)));
        var withReason = Map.of("customer", right, "reason", "登记有误");
        assertRefused(InventoryRefusal.TICKET_HAS_A_CUSTOMER, office.liNa.post(naming, withReason));
        assertThat((String) done(office.siteManager.post(naming, withReason)).path("customer"))
                .isEqualTo(right.toString());
        var history = day.ticket("B001") + "/history";
        assertThat((String) office.siteManager.get(history).path("items[2].what"))
                .isEqualTo("CUSTOMER_NAMED_ANEW");
        assertThat((String) office.siteManager.get(history).path("items[2].reason"))
                .isEqualTo("登记有误");
        assertThat(office.liNa.get(history).asString()).doesNotContain("登记有误");
    }

    @Test
    @DisplayName(
            "INV-13 the notary's order is taken over if it has all who checked in, once; else it is refused with reasons")
    void notarysOrder() {
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 5).checkedIn(List.of("A001", "A002", "A003", "A004"));

        var refused = day.sending("/notary-order", "排号\nA003\nA001\nA003\nA005\nX9\n", "application/json");

        assertRefused(InventoryRefusal.NOTARY_ORDER_HAS_BAD_ROWS, refused);
        assertThat(refused.<List<Map<String, Object>>>path("rows"))
                .extracting(row -> row.get("line") + " " + row.get("value") + " " + row.get("reason"))
                .containsExactly("4 A003 NUMBER_TWICE", "5 A005 NOT_CHECKED_IN", "6 X9 NUMBER_UNKNOWN");
        assertThat(refused.<List<String>>path("missing")).containsExactly("A002", "A004");
        assertThat((int) refused.path("count")).isEqualTo(5);
        assertThat(day.sending("/notary-order", "排号\nA003\n", "text/csv")
                        .asString()
                        .lines())
                .containsExactly(
                        "\uFEFF排号,reason",
                        "A001,this number is not in the list",
                        "A002,this number is not in the list",
                        "A004,this number is not in the list");

        var draw = done(day.sending("/notary-order", "名次,排号\n1,A003\n2,A001\n3,A004\n4,A002\n", "application/json"));

        assertThat((String) draw.path("method")).isEqualTo("NOTARY");
        assertThat((String) draw.path("seed")).isNull();
        assertThat(draw.<List<String>>path("ignoredColumns")).containsExactly("名次");
        assertThat(draw.<List<Integer>>path("sheets.rows")).containsExactly(4);
        assertThat(day.order()).containsExactly("A003", "A001", "A004", "A002");
        assertRefused(
                InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE,
                day.sending("/notary-order", "排号\nA003\n", "application/json"));
        assertRefused(InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE, day.importing("排号,姓名,电话\nB004,赵六,13800000004\n"));
    }
}
