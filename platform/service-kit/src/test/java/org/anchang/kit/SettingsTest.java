package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.anchang.kit.setting.Settings;
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

    @Test
    @DisplayName("a setting counts from its date, for its project, with a reason; before that the old value stands")
    void countsFromItsDate() {
        var path = "/api/v1/deal-settings/dated/NOTE_LENGTH";
        set(path, "20", TODAY.toString());
        set(path, "30", TODAY.plusDays(10).toString());

        assertThat(settings.value("dated", NoteSetting.NOTE_LENGTH, TODAY.minusDays(1)))
                .isEqualTo("10");
        assertThat(settings.value("dated", NoteSetting.NOTE_LENGTH, TODAY)).isEqualTo("20");
        assertThat(settings.value("dated", NoteSetting.NOTE_LENGTH, TODAY.plusDays(10)))
                .isEqualTo("30");
        assertThat(settings.value("other", NoteSetting.NOTE_LENGTH, TODAY)).isEqualTo("10");
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
    @DisplayName("what a setting decides, and what it takes, is said in the caller's language")
    void inWords() {
        var admin = Ask.as(Person.administrator());
        var path = "/api/v1/deal-settings/worded";

        assertThat((String) admin.request()
                        .header("Accept-Language", "zh-CN")
                        .get(path)
                        .path("items[0].explanation"))
                .isEqualTo("笔记最长的字数");
        assertThat((String) admin.get(path).path("items[0].explanation")).isEqualTo("longest note, in characters");
        assertThat((String) admin.request()
                        .header("Accept-Language", "zh-CN")
                        .header("Idempotency-Key", "worded")
                        .contentType("application/json")
                        .body(Map.of("value", "long", "validFrom", "2026-06-01", "reason", "x"))
                        .post(path + "/NOTE_LENGTH")
                        .path("title"))
                .isEqualTo("此设置项不接受该值,须为:整数");
    }

    private static void set(String path, String value, String from) {
        var answer = Ask.as(Person.administrator())
                .post(path, Map.of("value", value, "validFrom", from, "reason", "longer notes"));
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(300);
    }
}
