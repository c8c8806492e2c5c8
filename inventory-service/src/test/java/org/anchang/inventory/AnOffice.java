package org.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.seal.Courier;
import org.anchang.test.Ask;
import org.anchang.test.Person;
import org.eclipse.microprofile.config.ConfigProvider;

/// A sales office with a project of its own, so that tests do not meet: `anOffice().certified().released()`.
public final class AnOffice {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADINGS = "项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价\n";

    public final String project = "office-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    public final Ask administrator = Ask.as(Person.administrator());
    public final Ask siteManager = Ask.as(Person.siteManager("chen.jing").in(project));
    public final Ask finance = Ask.as(Person.withRole("zheng.yun", "finance").in(project));
    public final Ask liNa = Ask.as(Person.consultant("li.na").in(project));

    private AnOffice() {}

    /// An open project without units.
    public static AnOffice empty() {
        var office = new AnOffice();
        done(office.administrator.post(
                "/api/v1/projects", Map.of("code", office.project, "name", "松风", "region", "LY")));
        return office;
    }

    /// With one building of that many closed units, four a floor.
    public static AnOffice with(int units) {
        var office = empty();
        assertThat(office.importing(priceList(units)).statusCode()).isEqualTo(201);
        return office;
    }

    /// With that many units on sale.
    public static AnOffice selling(int units) {
        return with(units).certified().released();
    }

    /// Rows in the columns of the sample, of the product's own making.
    public static String priceList(int units) {
        var list = new StringBuilder(HEADINGS);
        for (int i = 0; i < units; i++) {
            list.append("松风,3栋,1单元,%d,%02d,%d.53,100.05,10000.%02d\n"
                    .formatted(i / 4 + 1, i % 4 + 1, 110 + i % 4, i % 100));
        }
        return list.toString();
    }

    public Response importing(String priceList) {
        return importing(priceList.getBytes(StandardCharsets.UTF_8));
    }

    public Response importing(byte[] file) {
        return administrator
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/api/v1/price-lists?project=" + project);
    }

    public AnOffice certified() {
        for (String building : buildings()) {
            for (var certificate : Certificate.values()) {
                certify(building, certificate, Map.of("validFrom", "2020-01-01"));
            }
        }
        return this;
    }

    public void certify(String building, Certificate certificate, Map<String, String> validity) {
        var body = new java.util.HashMap<String, Object>(validity);
        body.put("certificate", certificate);
        body.put("number", certificate + "-1");
        done(administrator.post("/api/v1/buildings/" + building + "/certificates", body));
    }

    public AnOffice released() {
        done(releasing(Map.of("everything", true)));
        return this;
    }

    public Response releasing(Map<String, ?> what) {
        var body = new java.util.HashMap<String, Object>(what);
        body.put("project", project);
        body.put("permit", "PRE_SALE-1");
        return siteManager.post("/api/v1/releases", body);
    }

    public List<String> buildings() {
        return administrator.get("/api/v1/buildings?project=" + project).path("items.id");
    }

    public List<String> units() {
        return administrator.get("/api/v1/units?limit=200&project=" + project).path("items.id");
    }

    public Ask consultant(String name) {
        return Ask.as(Person.consultant(name).in(project));
    }

    public void set(InventorySetting setting, Object value) {
        var answer = administrator.post(
                "/api/v1/inventory-settings/" + project + "/" + setting,
                Map.of("value", value.toString(), "validFrom", "2020-01-01", "reason", "test"));
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(300);
    }

    public String state(String unit) {
        return siteManager.get("/api/v1/units/" + unit).path("state");
    }

    public static Map<String, Object> holdOf(String unit) {
        return Map.of("unit", unit, "customer", UUID.randomUUID());
    }

    /// What deal-service sends to claim a hold; only who has the key of both services can make the proof.
    public static Map<String, Object> claimOf(String hold, UUID deal) {
        return claimOf(hold, deal, Instant.now().plusSeconds(30));
    }

    public static Map<String, Object> claimOf(String hold, UUID deal, Instant notAfter) {
        var courier = Courier.under(ConfigProvider.getConfig().getValue("anchang.sealing.key", String.class));
        return Map.of(
                "deal", deal, "notAfter", notAfter.toString(), "proof", courier.proof("claim " + hold + " " + deal));
    }

    /// The answer, which must be a success.
    public static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer;
    }

    public static void assertRefused(Refusal refusal, Response answer) {
        assertThat((String) answer.path("code")).as(answer.asString()).isEqualTo(refusal.name());
        assertThat(answer.statusCode()).isEqualTo(refusal.status());
        assertThat((String) answer.path("rule")).isEqualTo(refusal.rule().id());
    }
}
