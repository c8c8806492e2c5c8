package org.anchang.inventory.price.list;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.anchang.test.AWorkbook.hiddenRow;
import static org.anchang.test.AWorkbook.row;
import static org.anchang.test.AWorkbook.styled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.test.AWorkbook;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PriceListDraftResourceTest {
    private static final String DRAFTS = "/api/v1/price-list-drafts";
    /// More than one buffer of COPY.
    private static final int MANY = 1_000;

    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-2 a list is tried first: what it would change, old and new; then exactly that is taken over")
    void triedThenImported() {
        var office = AnOffice.with(4);
        var unit = office.units().get(1);
        var list = AnOffice.priceList(5).replace("10000.01", "10500.01");

        var draft = read(office, sending(office, list.getBytes(StandardCharsets.UTF_8)));

        assertThat((String) draft.path("state")).isEqualTo("READY");
        assertThat(List.of(
                        (int) draft.path("units"),
                        (int) draft.path("added"),
                        (int) draft.path("changed"),
                        (int) draft.path("unchanged"),
                        (int) draft.path("buildings")))
                .containsExactly(5, 1, 1, 3, 1);
        // Units of 110.53, 111.53, 112.53 and 113.53 m² from 10,000.00 on, then 500 more a m² and one unit more.
        assertThat((String) draft.path("totalBefore")).isEqualTo("4481206.78");
        assertThat((String) draft.path("totalAfter")).isEqualTo("5642276.20");
        var path = DRAFTS + "/" + draft.path("id");
        var changes = done(office.siteManager.get(path + "/changes?limit=1"));
        assertThat((String) changes.path("items[0].unit")).isEqualTo(unit);
        assertThat((int) changes.path("items[0].line")).isEqualTo(3);
        assertThat((String) changes.path("items[0].before.unitPrice")).isEqualTo("10000.01");
        assertThat((String) changes.path("items[0].after.unitPrice")).isEqualTo("10500.01");
        var more = done(office.siteManager.get(path + "/changes?limit=1&cursor=" + changes.path("next")));
        assertThat((String) more.path("items[0].label")).isEqualTo("3栋-1单元-201");
        assertThat((String) more.path("items[0].before.unitPrice")).isNull();
        assertThat((String) more.path("next")).isNull();
        assertThat((String) office.siteManager.get("/api/v1/units/" + unit).path("unitPrice"))
                .isEqualTo("10000.01");

        var imported = done(office.siteManager.post(path + "/import"));

        assertThat((int) imported.path("changed")).isEqualTo(1);
        assertThat((int) imported.path("added")).isEqualTo(1);
        assertThat((int) office.siteManager.get("/api/v1/units/" + unit).path("priceVersion"))
                .isEqualTo(2);
        assertThat(office.units()).hasSize(5);
        assertThat((String) office.siteManager.get(path).path("priceList")).isEqualTo(imported.path("id"));
        assertThat((List<?>) office.siteManager.get(path + "/changes").path("items"))
                .isEmpty();
        assertRefused(InventoryRefusal.DRAFT_IS_NOT_READY, office.siteManager.post(path + "/import"));
        assertThat(office.siteManager
                        .get(DRAFTS + "?project=" + office.project)
                        .jsonPath()
                        .getList("items.state", String.class))
                .containsExactly("IMPORTED", "IMPORTED");
    }

    @Test
    @DisplayName("INV-2 what was shown is not taken over once the stock is another; compared again, it is. Holds do not"
            + " matter")
    void stockHasChanged() {
        var office = AnOffice.selling(4);
        var list = AnOffice.priceList(4).replace("10000.01", "10500.01").getBytes(StandardCharsets.UTF_8);
        var path = DRAFTS + "/" + read(office, sending(office, list)).path("id");
        var other = DRAFTS + "/" + read(office, sending(office, list)).path("id");
        done(office.liNa.post("/api/v1/holds", holdOf(office.units().get(1))));

        done(office.siteManager.post(path + "/import"));

        assertRefused(InventoryRefusal.STOCK_HAS_CHANGED, office.siteManager.post(other + "/import"));
        var again = done(office.siteManager.post(other + "/comparison"));
        assertThat((int) again.path("unchanged")).isEqualTo(4);
        assertThat((int) done(office.siteManager.post(other + "/import")).path("changed"))
                .isZero();
    }

    @Test
    @DisplayName(
            "INV-2 INV-9 what is sold stays as it is, whatever a list says, and is listed; all else that changes is shown,"
                    + " old and new; so says the database too")
    void soldHomes() throws SQLException {
        var office = AnOffice.selling(4);
        var units = office.units();
        sell(units.get(1));
        var hold = done(office.liNa.post("/api/v1/holds", holdOf(units.get(2))));
        var list = "楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价,底价,户型,物业类型,景观,建筑类型\n"
                + "3栋,1单元,1,01,110.53,100.05,10000.00,900000,四室,公寓,湖景,高层\n"
                + "3栋,1单元,1,02,111.53,100.05,1.00,,四室,公寓,湖景,高层\n"
                + "3栋,1单元,1,03,112.53,99.05,11000.00,,,,,\n"
                + "3栋,1单元,1,04,113.53,100.05,10000.03,,,,,\n";

        var draft = read(office, sending(office, list.getBytes(StandardCharsets.UTF_8)));

        assertThat(List.of(
                        (int) draft.path("changed"), (int) draft.path("leftOut"), (int) draft.path("unchanged"), (int)
                                draft.path("buildingsChanged")))
                .containsExactly(2, 1, 1, 1);
        // 112.53 m² at 1,000 less two cents more a m².
        assertThat((String) draft.path("totalAfter")).isEqualTo("4593734.53");
        var path = DRAFTS + "/" + draft.path("id");
        var left = done(office.siteManager.get(path + "/left-out?limit=1"));
        assertThat((String) left.path("items[0].unit")).isEqualTo(units.get(1));
        assertThat((int) left.path("items[0].line")).isEqualTo(3);
        assertThat((String) left.path("items[0].reasonWords")).isEqualTo("is sold");
        assertThat((String) left.path("next")).isNull();
        var changes = done(office.siteManager.get(path + "/changes")).jsonPath();
        assertThat(changes.getList("items.line", Integer.class)).containsExactly(2, 4);
        assertThat(changes.getMap("items[0].before"))
                .containsEntry("productType", "RESIDENCE")
                .doesNotContainKeys("layout", "view", "floorPrice");
        assertThat(changes.getMap("items[0].after"))
                .containsEntry("productType", "SMALL_APARTMENT")
                .containsEntry("layout", "四室")
                .containsEntry("view", "湖景")
                .containsEntry("floorPrice", "900000.00")
                .containsEntry("basis", "BUILDING_AREA");
        assertThat(changes.getString("items[1].before.interiorArea")).isEqualTo("100.05");
        assertThat(changes.getString("items[1].after.interiorArea")).isEqualTo("99.05");

        done(office.administrator.post(
                "/api/v1/units/" + units.get(3) + "/corrections", Map.of("productType", "OTHER", "reason", "x")));
        assertRefused(InventoryRefusal.STOCK_HAS_CHANGED, office.siteManager.post(path + "/import"));
        done(office.siteManager.post(path + "/comparison"));
        var imported = done(office.siteManager.post(path + "/import?reason=December"));

        assertThat((int) imported.path("changed")).isEqualTo(2);
        assertThat((int) imported.path("leftOut")).isEqualTo(1);
        var sold = office.siteManager.get("/api/v1/units/" + units.get(1));
        assertThat((int) sold.path("priceVersion")).isEqualTo(1);
        assertThat((String) sold.path("productType")).isEqualTo("RESIDENCE");
        assertThat((String) sold.path("layout")).isNull();
        assertThat((String)
                        office.siteManager.get("/api/v1/units/" + units.get(2)).path("unitPrice"))
                .isEqualTo("11000.00");
        assertThat((String) office.liNa.get("/api/v1/holds/" + hold.path("id")).path("unit.unitPrice"))
                .isEqualTo("10000.02");
        assertThat((String) office.siteManager
                        .get("/api/v1/units/" + units.get(2) + "/prices")
                        .path("items[1].reason"))
                .isEqualTo("December");
        var past = done(office.siteManager.get("/api/v1/price-lists?limit=1&project=" + office.project));
        assertThat((String) past.path("items[0].reason")).isEqualTo("December");
        assertThat((int) past.path("items[0].leftOut")).isEqualTo(1);
        assertThat((List<?>) done(office.siteManager.get(
                                "/api/v1/price-lists?project=" + office.project + "&cursor=" + past.path("next")))
                        .path("items"))
                .hasSize(1);
        for (var change : List.of("layout = 'x'", "product_type = 'SHOP'", "price_version = 2")) {
            assertThatThrownBy(() -> {
                        try (var connection = database.getConnection();
                                var statement = connection.createStatement()) {
                            statement.execute("""
                                    INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, effective_from,
                                        reason, set_by, set_at)
                                    SELECT unit, 2, basis, area, 1, 1, now(), 'x', 'x', now() FROM unit_price
                                    WHERE unit = '%s' AND version = 1 ON CONFLICT DO NOTHING;
                                    UPDATE unit SET %s WHERE id = '%1$s'""".formatted(units.get(1), change));
                        }
                    })
                    .as(change)
                    .hasMessageMatching("(?s).*INV-[29] .*");
        }
    }

    @Test
    @DisplayName(
            "INV-2 INV-9 a home that is sold while a list is being taken over is not repriced: nothing is, and one compares again")
    void soldMeanwhile() throws SQLException {
        var office = AnOffice.selling(4);
        var units = office.units();
        var list = AnOffice.priceList(4).replace("10000.0", "10500.0").getBytes(StandardCharsets.UTF_8);
        var path = DRAFTS + "/" + read(office, sending(office, list)).path("id");
        Response refused;

        try (var deal = database.getConnection();
                var statement = deal.createStatement()) {
            deal.setAutoCommit(false);
            statement.execute("UPDATE unit SET state = 'HELD' WHERE id = '" + units.getFirst() + "'");
            statement.execute("UPDATE unit SET state = 'RESERVED' WHERE id = '" + units.getFirst() + "'");
            var importing = CompletableFuture.supplyAsync(() -> office.siteManager.post(path + "/import"));
            await().until(() -> isWaited("%price_list_comparison WHERE draft = $1 AND changed%"));
            deal.commit();
            refused = importing.join();
        }

        assertRefused(InventoryRefusal.STOCK_HAS_CHANGED, refused);
        assertThat((int) office.siteManager.get("/api/v1/units/" + units.get(1)).path("priceVersion"))
                .isEqualTo(1);
        assertThat((int) done(office.siteManager.post(path + "/comparison")).path("leftOut"))
                .isEqualTo(1);
        assertThat((int) done(office.siteManager.post(path + "/import")).path("changed"))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("INV-2 INV-12 bad cells are all counted, listed up to the project's limit, and can be had as a file")
    void badCells() {
        var office = AnOffice.with(4);
        office.set(InventorySetting.PRICE_LIST_BAD_CELLS_SHOWN, 3);
        done(office.siteManager.post(
                "/api/v1/units/" + office.units().get(2) + "/floor-prices",
                Map.of("floorPrice", "1100000.00", "reason", "year end")));
        var list = AnOffice.priceList(6)
                .replace("10000.00", "=1+1")
                .replace("10000.02", "9000.00")
                .replace("2,02", "2,01")
                .replace("10000.03", "-1");

        var draft = read(office, sending(office, list.getBytes(StandardCharsets.UTF_8)));

        assertThat((String) draft.path("state")).isEqualTo("FAULTY");
        assertThat((int) draft.path("badCells")).isEqualTo(4);
        var path = DRAFTS + "/" + draft.path("id");
        var shown = done(office.siteManager.get(path + "/bad-cells?limit=2"));
        assertThat(shown.jsonPath().getList("items.reason", String.class))
                .containsExactly("FORMULA_ERROR", "BELOW_FLOOR_PRICE");
        assertThat(done(office.siteManager.get(path + "/bad-cells?limit=2&cursor=" + shown.path("next")))
                        .jsonPath()
                        .getList("items.line", Integer.class))
                .containsExactly(5);
        assertThat(shown.jsonPath().getList("items.reasonWords", String.class))
                .containsExactly("is a formula without a result", "the total is below the floor price");
        assertThat(done(office.siteManager.get(path + "/bad-cells.csv")).asString())
                .startsWith("\uFEFFline,column,value,reason,code\r\n2,预售单价,'=1+1,is a formula");
        assertThat(done(inChinese(office).get(path + "/bad-cells.csv")).asString())
                .isEqualTo("\uFEFF行,列,值,原因,代码\r\n2,预售单价,'=1+1,公式没有结果,FORMULA_ERROR\r\n"
                        + "4,预售单价,9000.00,总价低于底价,BELOW_FLOOR_PRICE\r\n5,预售单价,'-1,必须大于零,NOT_ABOVE_ZERO\r\n");
        assertRefused(InventoryRefusal.DRAFT_IS_NOT_READY, office.siteManager.post(path + "/import"));
        assertThat((String) inChinese(office)
                        .header("Idempotency-Key", "zh")
                        .post(path + "/import")
                        .path("title"))
                .isEqualTo("该价格表有错误，不能导入。");
        var atOnce = office.importing(list);
        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, atOnce);
        assertThat((int) atOnce.path("count")).isEqualTo(4);
        assertThat((List<?>) atOnce.path("rows")).hasSize(3);
    }

    @Test
    @DisplayName("INV-1 INV-2 a workbook is read by its content; what an optional column does not say stays as it is")
    void workbook() throws IOException {
        var office = AnOffice.empty();
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("价格表");
            var cells = List.of(
                    List.<Object>of("房号", "楼层", "单元", "楼栋", "建筑类型", "户型", "景观", "物业类型", "建筑面积", "户内面积", "单价", "总价"),
                    List.<Object>of(
                            "01", "地下", "1单元", "5栋", "小高层", "三室", "湖景", "住宅", 93.33, 80.0, 10000.05, 933304.6665),
                    List.<Object>of("车01", "B1", "", "车库", "", "", "", "车位", 12.5, "", 5000, ""));
            for (int line = 0; line < cells.size(); line++) {
                for (int i = 0; i < cells.get(line).size(); i++) {
                    switch (cells.get(line).get(i)) {
                        case Number number -> sheet.value(line, i, number);
                        case Object text -> sheet.value(line, i, text.toString());
                    }
                }
            }
        }

        done(office.importing(bytes.toByteArray()));

        var shown = office.administrator.get("/api/v1/units/" + office.units().getFirst());
        assertThat((String) shown.path("label")).isEqualTo("5栋-1单元-地下01");
        assertThat((String) shown.path("listTotal")).isEqualTo("933304.67");
        assertThat((String) shown.path("view")).isEqualTo("湖景");
        assertThat(office.administrator
                        .get("/api/v1/buildings?project=" + office.project)
                        .jsonPath()
                        .getList("items.buildingType", String.class))
                .containsExactly("MID_HIGH_RISE", null);

        var again =
                done(office.importing("楼栋,单元,楼层,房号,建筑面积,预售单价\n5栋,1单元,地下,01,93.33,10000.06\n车库,,B1,车01,12.5,5000\n"));

        assertThat((int) again.path("changed")).isEqualTo(1);
        assertThat((int) again.path("unchanged")).isEqualTo(1);
        var changed = office.administrator.get("/api/v1/units/" + office.units().getFirst());
        assertThat((String) changed.path("view")).isEqualTo("湖景");
        assertThat((String) changed.path("layout")).isEqualTo("三室");
        assertThat((String) changed.path("interiorArea")).isEqualTo("80.00");
        assertThat((String) changed.path("unitPrice")).isEqualTo("10000.06");
    }

    @Test
    @DisplayName(
            "INV-2 all sheets of a workbook are read, or the one that is asked for; the answers say what was, and what was not")
    void sheets() {
        var office = AnOffice.empty();
        var headings = row(1, "楼栋", "单元", "楼层", "房号", "建筑面积（㎡）", "单价（元/㎡）", "备注");
        var book = new AWorkbook()
                .with("说明", row(1, "本表为一房一价"))
                .with(
                        "1栋",
                        headings,
                        row(2, "1栋", "1单元", 1, styled(1, 1), 100, 12000),
                        hiddenRow(3, "1栋", "1单元", 1, "02", 100, 12000))
                .with("2栋", headings, row(2, "2栋", "1单元", 1, "01", 100, 13000), row(3, "合计", null, null, null, 100));

        var draft = read(office, sending(office, book.bytes()));

        assertThat((int) draft.path("units")).isEqualTo(2);
        assertThat(draft.<List<String>>path("sheets.outcome")).containsExactly("NO_HEADINGS", "READ", "READ");
        assertThat((int) draft.path("sheets[1].hiddenRows")).isEqualTo(1);
        assertThat((String) draft.path("sheets[2].passedOver[0].why")).isEqualTo("TOTAL");
        assertThat(draft.<List<String>>path("ignoredColumns")).containsExactly("备注");
        var path = DRAFTS + "/" + draft.path("id");
        var changes = done(office.siteManager.get(path + "/changes"));
        assertThat(changes.<List<String>>path("items.sheet")).containsExactly("1栋", "2栋");
        assertThat(changes.<List<Integer>>path("items.line")).containsExactly(2, 2);
        assertThat((String) changes.path("items[0].label")).isEqualTo("1栋-1单元-101");
        assertThat(done(office.siteManager.post(path + "/import")).<List<String>>path("sheets.sheet"))
                .containsExactly("说明", "1栋", "2栋");

        var wrong = book.with("3栋", headings, row(2, "3栋", "1单元", 1, styled(2, 46024), 100, 12000));
        var atOnce = office.importing(wrong.bytes());
        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, atOnce);
        assertThat((String) atOnce.path("rows[0].sheet")).isEqualTo("3栋");
        assertThat((int) atOnce.path("rows[0].line")).isEqualTo(2);
        assertThat((String) atOnce.path("rows[0].reason")).isEqualTo("A_DATE");
        var faulty = read(office, sending(office, wrong.bytes()));
        assertThat(done(office.siteManager.get(DRAFTS + "/" + faulty.path("id") + "/bad-cells.csv"))
                        .asString())
                .contains("sheet,line,", "3栋,2,房号,2026-01-02,");
        var other = office.siteManager
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .body(wrong.bytes());
        var one = done(other.post("/api/v1/price-lists?sheet=2栋&project=" + office.project));
        assertThat((int) one.path("units")).isEqualTo(1);
        assertThat(one.<List<String>>path("sheets.outcome"))
                .containsExactly("NOT_ASKED_FOR", "NOT_ASKED_FOR", "READ", "NOT_ASKED_FOR");
    }

    @Test
    @DisplayName(
            "INV-2 a list of another project, or with headings that nobody knows, says so alike in draft and import")
    void notForHere() {
        var office = AnOffice.empty();
        var list = "项目,楼栋,单元,楼层,房号,建筑面积,单价\n云山府,1栋,1单元,1,01,100,9000\n";
        var unknown = "楼栋,单元,楼层,房间代号,建筑面积,单价\n1栋,1单元,1,01,100,9000\n".getBytes(StandardCharsets.UTF_8);

        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, office.importing(list));
        assertThat((String) read(office, sending(office, list.getBytes(StandardCharsets.UTF_8)))
                        .path("state"))
                .isEqualTo("FAULTY");
        var draft = read(office, sending(office, unknown));
        assertThat((String) draft.path("reason")).isEqualTo("HEADINGS_ARE_UNKNOWN");
        assertThat((String) draft.path("reasonWords")).contains("房号", "房间代号");
        var refused = office.importing(unknown);
        assertRefused(InventoryRefusal.PRICE_LIST_NOT_UNDERSTOOD, refused);
        for (var facts : List.of(
                draft.<Map<String, Object>>path("facts"), refused.jsonPath().<String, Object>getMap("$"))) {
            assertThat(facts).containsEntry("columns", List.of("房号")).containsEntry("unknown", List.of("房间代号"));
            assertThat(facts.get("known").toString()).contains("室号");
        }
    }

    @Test
    @DisplayName("INV-2 more rows than are taken over at once are read and taken over, and so are their changes")
    void many() {
        var office = AnOffice.empty();
        var list = new StringBuilder("楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价\n");
        for (int i = 0; i < MANY; i++) {
            list.append("%d栋,1单元,%d,%02d,%d.53,80.05,10000.%02d\n"
                    .formatted(i / 1_000 + 1, i / 20 % 50 + 1, i % 20 + 1, 110 + i % 4, i % 100));
        }
        var sent = sending(office, list.toString().getBytes(StandardCharsets.UTF_8));

        var path = DRAFTS + "/" + read(office, sent).path("id");
        var imported = done(office.siteManager.post(path + "/import"));

        assertThat((int) imported.path("added")).isEqualTo(MANY);
        var shown = office.siteManager.get(path);
        assertThat((int) shown.path("rowsRead")).isEqualTo(MANY);
        assertThat((int) shown.path("rowsImported")).isEqualTo(MANY);
        var changed = done(office.importing(list.toString().replace("10000.", "10001.")));
        assertThat((int) changed.path("changed")).isEqualTo(MANY);
    }

    @Test
    @DisplayName("INV-2 whoever waits sees what is being done with a list, also where the database takes long for it")
    void progress() throws SQLException {
        var office = AnOffice.empty();
        var list = AnOffice.priceList(5).getBytes(StandardCharsets.UTF_8);
        Response sent;

        try (var slow = locked("unit_price")) {
            sent = sending(office, list);
            var checked = shown(office, sent, "CHECKING");
            slow.rollback();

            assertThat((String) checked.path("state")).isEqualTo("READING");
            assertThat((int) checked.path("rowsRead")).isEqualTo(5);
        }
        read(office, sent);
        var path = DRAFTS + "/" + sent.path("id");
        try (var slow = locked("price_list")) {
            var importing = CompletableFuture.supplyAsync(() -> office.siteManager.post(path + "/import"));
            var imported = shown(office, sent, "IMPORTING");
            slow.rollback();

            assertThat((String) imported.path("state")).isEqualTo("READY");
            assertThat((int) imported.path("rowsImported")).isZero();
            assertThat((int) done(importing.join()).path("added")).isEqualTo(5);
        }
        assertThat((int) office.siteManager.get(path).path("rowsImported")).isEqualTo(5);
        assertThat((String) office.siteManager.get(path).path("phase")).isNull();
    }

    @Test
    @DisplayName("INV-2 a file that is no list is unreadable, and so is one whose reader is gone")
    void unreadable() throws SQLException {
        var office = AnOffice.empty();
        var draft = read(office, sending(office, "楼栋,单元\n1栋,1单元\n".getBytes(StandardCharsets.UTF_8)));
        assertThat((String) draft.path("state")).isEqualTo("UNREADABLE");
        assertThat((String) draft.path("reason")).isEqualTo("COLUMNS_ARE_MISSING");
        assertThat(draft.<List<String>>path("columns")).containsExactly("楼层", "房号", "建筑面积", "预售单价");
        assertThat((String) draft.path("reasonWords")).isEqualTo("it lacks the columns 楼层, 房号, 建筑面积, 预售单价");
        assertThat((String) inChinese(office)
                        .header("Idempotency-Key", "zh")
                        .contentType("text/csv; charset=UTF-8")
                        .body("楼栋,单元,房号,楼栋\n1栋,1单元,1,1栋\n".getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/price-lists?project=" + office.project)
                        .path("title"))
                .isEqualTo("无法识别该价格表文件：列重复 楼栋");
        var gone = UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO price_list_draft (id, project, state, sent_by, sent_at) VALUES ('" + gone
                    + "', '" + office.project + "', 'READING', 'x', now())");
        }

        var ended = read(office, office.siteManager.get(DRAFTS + "/" + gone));

        assertThat((String) ended.path("reason")).isEqualTo("READING_WAS_INTERRUPTED");
    }

    @Test
    @DisplayName("SEC-1 drafts are for those who import, of their own projects")
    void strangers() {
        var office = AnOffice.with(1);
        var path = DRAFTS + "/"
                + read(office, sending(office, AnOffice.priceList(1).getBytes(StandardCharsets.UTF_8)))
                        .path("id");
        var other = AnOffice.empty().siteManager;

        assertThat(office.liNa.get(path).statusCode()).isEqualTo(403);
        for (var answer : List.of(
                other.get(path),
                other.get(path + "/changes"),
                other.get(path + "/bad-cells"),
                other.get(path + "/bad-cells.csv"),
                other.post(path + "/import"),
                other.post(path + "/comparison"),
                other.get(DRAFTS + "?project=" + office.project))) {
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    /// As a deal would, in two legal moves.
    private void sell(String unit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE unit SET state = 'HELD' WHERE id = '" + unit + "'");
            statement.execute("UPDATE unit SET state = 'RESERVED' WHERE id = '" + unit + "'");
        }
    }

    /// Whether such a statement waits for a lock.
    private boolean isWaited(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                            AND query LIKE ?""")) {
            statement.setString(1, query);
            return statement.executeQuery().next();
        }
    }

    /// A database that does not get on.
    private Connection locked(String table) throws SQLException {
        var connection = Superuser.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table);
        }
        return connection;
    }

    /// The draft while that is done with it.
    private static Response shown(AnOffice office, Response sent, String phase) {
        return await().until(
                        () -> done(office.siteManager.get(DRAFTS + "/" + sent.path("id"))),
                        draft -> phase.equals(draft.path("phase")));
    }

    private static RequestSpecification inChinese(AnOffice office) {
        return office.siteManager.request().header("Accept-Language", "zh-CN,zh;q=0.9");
    }

    private static Response sending(AnOffice office, byte[] file) {
        return done(office.siteManager
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .body(file)
                .post(DRAFTS + "?project=" + office.project));
    }

    /// The draft once it has been read.
    private static Response read(AnOffice office, Response sent) {
        return await().until(() -> done(office.siteManager.get(DRAFTS + "/" + sent.path("id"))), draft -> !"READING"
                .equals(draft.path("state")));
    }
}
