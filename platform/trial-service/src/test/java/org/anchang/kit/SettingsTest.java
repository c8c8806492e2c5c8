package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.anchang.kit.money.Money;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SettingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Inject
    Settings settings;

    @Inject
    Database database;

    @Test
    @DisplayName("a setting counts from its date, for its project, with a reason; before that the old value stands")
    void countsFromItsDate() {
        var path = "/api/v1/deal-settings/dated/NOTE_SHARE";
        set(path, "20", TODAY.toString());
        set(path, "30.5", TODAY.plusDays(10).toString());

        assertThat(share("dated", TODAY.minusDays(1))).isEqualByComparingTo("10");
        assertThat(share("dated", TODAY)).isEqualByComparingTo("20");
        assertThat(share("dated", TODAY.plusDays(10))).isEqualByComparingTo("30.5");
        assertThat(share("other", TODAY)).isEqualByComparingTo("10");
    }

    @Test
    @DisplayName("a transaction decides by a project's settings as it has read them, until it ends")
    void onceInATransaction() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(share("steady", TODAY)).isEqualByComparingTo("10");
            set("/api/v1/deal-settings/steady/NOTE_SHARE", "20", TODAY.toString());
            assertThat(share("steady", TODAY)).isEqualByComparingTo("10");
        });

        assertThat(share("steady", TODAY)).isEqualByComparingTo("20");
    }

    private BigDecimal share(String project, LocalDate on) {
        return settings.percent(project, NoteSetting.NOTE_SHARE, on);
    }

    @Test
    @DisplayName("a value that the setting does not take is refused, and so is one without a reason")
    void badValues() {
        var path = "/api/v1/deal-settings/bad/NOTE_LENGTH";
        var admin = Ask.as(Person.administrator());

        assertThat(admin.post(path, Map.of("value", "long", "validFrom", "2026-06-01", "reason", "x"))
                        .path("code")
                        .toString())
                .isEqualTo("SETTING_VALUE_NOT_ALLOWED");
        assertThat(admin.post(path, Map.of("value", "5", "validFrom", "2026-06-01", "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post(
                                "/api/v1/deal-settings/bad/NO_SUCH",
                                Map.of("value", "5", "validFrom", "2026-06-01", "reason", "x"))
                        .path("code")
                        .toString())
                .isEqualTo("SETTING_UNKNOWN");
    }

    @Test
    @DisplayName("the settings of a project are listed page by page as they stand today, set or by default")
    void listed() {
        set("/api/v1/deal-settings/listed/NOTE_LENGTH", "30", "2026-01-01");
        set("/api/v1/deal-settings/listed/NOTE_LENGTH", "40", "2026-02-01");
        set("/api/v1/deal-settings/listed/NOTE_LENGTH", "50", "2199-01-01");
        var admin = Ask.as(Person.administrator());

        var listed = admin.get("/api/v1/deal-settings/listed").jsonPath();
        assertThat(listed.getList("items.name")).isSorted().contains("NOTE_LENGTH");
        assertThat(listed.getString("items.find { it.name == 'NOTE_LENGTH' }.value"))
                .isEqualTo("40");
        assertThat(listed.getBoolean("items.find { it.name == 'NOTE_LENGTH' }.isDefault"))
                .isFalse();
        var names = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page =
                    admin.get("/api/v1/deal-settings/listed?limit=1" + cursor).jsonPath();
            names.addAll(page.getList("items.name"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(names).containsExactlyElementsOf(listed.getList("items.name"));
        assertThat(admin.get("/api/v1/deal-settings/other").jsonPath().getList("items.value"))
                .contains("10");
    }

    @Test
    @DisplayName("SEC-2 every value that was set is shown with who, when and why, and with what has become of it")
    void history() {
        var path = "/api/v1/deal-settings/looked-back";
        set(path + "/NOTE_LENGTH", "30", "2026-01-01");
        set(path + "/NOTE_LENGTH", "35", "2026-01-01");
        set(path + "/NOTE_LENGTH", "40", "2026-02-01");
        set(path + "/NOTE_LENGTH", "50", "2199-01-01");
        set(path + "/NOTE_SHARE", "25", "2026-01-01");
        var admin = Ask.as(Person.administrator());

        var history = admin.get(path + "/history?name=NOTE_LENGTH").jsonPath();
        assertThat(history.getList("items.value")).containsExactly("50", "40", "35", "30");
        assertThat(history.getList("items.standing")).containsExactly("PLANNED", "COUNTS", "PASSED", "REPLACED");
        assertThat(history.getList("items.setBy"))
                .containsOnly(Person.administrator().name());
        assertThat(history.getString("items[0].validFrom")).isEqualTo("2199-01-01");
        assertThat(history.getString("items[0].reason")).isNotBlank();
        assertThat(admin.get(path + "/history?limit=2").jsonPath().getList("items.name"))
                .containsExactly("NOTE_SHARE", "NOTE_LENGTH");
        var listed = admin.get(path).jsonPath();
        assertThat(listed.getString("items.find { it.name == 'NOTE_LENGTH' }.planned.value"))
                .isEqualTo("50");
        assertThat(listed.getString("items.find { it.name == 'NOTE_SHARE' }.planned"))
                .isNull();
    }

    @Test
    @DisplayName("what a setting decides, and what it takes, is said in the caller's language")
    void inWords() {
        var admin = Ask.as(Person.administrator());
        var path = "/api/v1/deal-settings/worded";

        assertThat((String) admin.request()
                        .header("Accept-Language", "zh-CN")
                        .get(path)
                        .path("items.find { it.name == 'NOTE_LENGTH' }.explanation"))
                .isEqualTo("笔记最长的字数");
        assertThat((String) admin.get(path).path("items.find { it.name == 'NOTE_LENGTH' }.explanation"))
                .isEqualTo("longest note, in characters");
        assertThat((String) admin.request()
                        .header("Accept-Language", "zh-CN")
                        .header("Idempotency-Key", "worded")
                        .contentType("application/json")
                        .body(Map.of("value", "long", "validFrom", "2026-06-01", "reason", "x"))
                        .post(path + "/NOTE_LENGTH")
                        .path("title"))
                .isEqualTo("此设置项不接受该值，须为：从 0 到 1000000 的整数。");
    }

    @Test
    @DisplayName("another project's settings are copied as they stand on the day, where they differ; once is enough")
    void copied() {
        set("/api/v1/deal-settings/model/NOTE_LENGTH", "30", "2026-01-01");
        set("/api/v1/deal-settings/model/NOTE_SHARE", "25", "2026-01-01");
        set("/api/v1/deal-settings/model/NOTE_SHARE", "99", "2199-01-01");
        set("/api/v1/deal-settings/copy/NOTE_SHARE", "25", "2026-01-01");
        set("/api/v1/deal-settings/copy/NOTE_FEE", "70", "2026-01-01");
        var wish = Map.of("from", "model", "validFrom", TODAY.toString(), "reason", "as in the model");
        var path = "/api/v1/deal-settings/copy/copies";
        var admin = Ask.as(Person.administrator());

        assertThat(admin.post(path, wish).jsonPath().getInt("copied")).isEqualTo(2);

        assertThat(settings.money("copy", NoteSetting.NOTE_FEE)).isEqualTo(Money.of("50.00"));
        assertThat(settings.integer("copy", NoteSetting.NOTE_LENGTH)).isEqualTo(30);
        assertThat(share("copy", TODAY.minusDays(1))).isEqualByComparingTo("25");
        assertThat(share("copy", TODAY)).isEqualByComparingTo("25");
        assertThat(admin.post(path, wish).jsonPath().getInt("copied")).isZero();
    }

    @Test
    @DisplayName("SEC-1 settings are copied from and to the caller's projects only")
    void copiedWithinOwnProjects() {
        var admin = Ask.as(Person.withRole("admin.here", "administrator").in("copied-here"));
        var wish = Map.of("from", "elsewhere", "validFrom", TODAY.toString(), "reason", "x");

        assertThat(admin.post("/api/v1/deal-settings/copied-here/copies", wish).statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/api/v1/deal-settings/elsewhere/copies", wish).statusCode())
                .isEqualTo(404);
    }

    /// An earlier version took four decimals; a project that used them answered nothing any more.
    @Test
    @DisplayName("SEC-4 what is stored and is no value of its setting is passed over for the default, and shown")
    void passedOver() {
        stored("unfit", NoteSetting.NOTE_FEE, "50000.001");
        stored("unfit", NoteSetting.NOTE_LENGTH, "2999999999");
        var whole = "SELECT NOTE_LENGTH FROM (%s) s".formatted(Settings.columns(NoteSetting.NOTE_LENGTH));

        assertThat(settings.money("unfit", NoteSetting.NOTE_FEE)).isEqualTo(Money.of("50.00"));
        assertThat(settings.integer("unfit", NoteSetting.NOTE_LENGTH)).isEqualTo(10);
        assertThat(settings.chosen("unfit", NoteSetting.NOTE_FEE)).isEmpty();
        assertThat(database.sql(whole)
                        .with("project", "unfit")
                        .with("today", TODAY)
                        .one(Integer.class))
                .isEqualTo(10);
        var listed = Ask.as(Person.administrator())
                .get("/api/v1/deal-settings/unfit")
                .jsonPath();
        assertThat(listed.getList("items.value")).containsExactlyInAnyOrder("10", "50.00", "10");
        assertThat(unfit()).isEqualTo(2);

        set("/api/v1/deal-settings/unfit/NOTE_FEE", "60", "2026-06-01");
        set("/api/v1/deal-settings/unfit/NOTE_LENGTH", "10", "2026-06-01");
        assertThat(unfit()).isZero();
        assertThat(settings.money("unfit", NoteSetting.NOTE_FEE)).isEqualTo(Money.of("60.00"));
    }

    private static int unfit() {
        return RestAssured.get("/q/health/well")
                .jsonPath()
                .getInt("checks.find { it.name == 'unfit settings' }.data.unfit");
    }

    private void stored(String project, NoteSetting setting, String value) {
        database.sql("""
                INSERT INTO setting (id, project, name, value, valid_from, reason, set_by, set_at)
                VALUES (gen_random_uuid(), :project, :name, :value, '2026-01-01', 'x', 'x', now())""")
                .with("project", project)
                .with("name", setting.name())
                .with("value", value)
                .write();
    }

    private static void set(String path, String value, String from) {
        var answer = Ask.as(Person.administrator())
                .post(path, Map.of("value", value, "validFrom", from, "reason", "longer notes"));
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(300);
    }
}
