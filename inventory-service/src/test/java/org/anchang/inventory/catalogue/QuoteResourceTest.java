package org.anchang.inventory.catalogue;

import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.anchang.inventory.AnOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class QuoteResourceTest {
    @Test
    @DisplayName(
            "PAP-1 PAP-2 a quote: the list total, each way of paying with the discount set, until when; kept as printed")
    void quote() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        set(office, "QUOTE_DISCOUNT_LUMP_SUM", "2");
        set(office, "QUOTE_DAYS", "5");
        var path = "/api/v1/inventory-papers/quote/" + unit;
        var page = done(office.liNa.request().accept("text/html").get(path)).asString();
        assertThat(page)
                .contains("房源报价单", "松风", "3栋-1单元-101", "住宅", "110.53", "100.05", "10000.00", "1105300.00")
                .contains("壹佰壹拾万伍仟叁佰元整", "一次性付款", "2%", "22106.00", "1083194.00", "按揭贷款", "331590.00");
        var printed = done(office.liNa.post(path + "/prints", Map.of("copies", 2)));
        assertThat((int) printed.path("prints[0].copies")).isEqualTo(2);
        var listed = done(office.siteManager.get("/api/v1/units/" + unit + "/quotes"));
        assertThat((String) listed.path("items[0].id")).isEqualTo(printed.path("id"));
        assertThat((boolean) listed.path("actions[0].yours")).isTrue();
        assertThat(AnOffice.empty().liNa.request().accept("text/html").get(path).statusCode())
                .isEqualTo(404);
    }

    private static void set(AnOffice office, String setting, String value) {
        Ask administrator = office.administrator;
        administrator
                .post(
                        "/api/v1/inventory-settings/" + office.project + "/" + setting,
                        Map.of("value", value, "validFrom", "2020-01-01", "reason", "test"))
                .then()
                .statusCode(204);
    }
}
