package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAnswerTest {
    private static final String DEALS = """
            {"items": [
               {"id": "a", "unit": {"total": 1.5, "rooms": [{"area": 12}, {"area": 8}]}, "buyers": ["li", "wu"]},
               {"id": "b", "unit": null, "first": true},
               null,
               {"id": "c", "unit": {"total": 3, "rooms": []}, "class": "x"}],
             "next": null, "first": {"id": "d"}, "count": 3, "of": [[{"id": 1}], [{"id": 2}, {"id": 3}]]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items",
                "items.id",
                "items[0]",
                "items[0].id",
                "items[1].unit",
                "items[9]",
                "items.unit.total",
                "items[0].unit.rooms.area",
                "items.unit.rooms.area",
                "items[0].buyers[1]",
                "items.buyers",
                "items.first",
                "items.class",
                "next",
                "count",
                "first.id",
                "nobody",
                "of.id",
                "of[1].id",
                "of[1][0].id",
                "of.first",
                "items.size()",
                "items.find { it?.id == 'c' }.unit",
                "items[-1].id",
                "$",
                "",
                "of.empty"
            })
    @DisplayName("a path means what REST Assured takes it to mean")
    void asRestAssured(String path) {
        assertThat(new PlainAnswer.Document(DEALS).<Object>get(path)).isEqualTo(new JsonPath(DEALS).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "unit.rooms.area", "unit.rooms.size()", "first"})
    @DisplayName("so does one below another")
    void belowAnother(String path) {
        assertThat(new PlainAnswer.Document(DEALS).setRootPath("items[0]").<Object>get(path))
                .isEqualTo(new JsonPath(DEALS).setRootPath("items[0]").get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next.id", "count.id", "items[1].unit.total", "items["})
    @DisplayName("and what REST Assured refuses is refused")
    void refused(String path) {
        assertThat(outcome(new PlainAnswer.Document(DEALS), path)).isEqualTo(outcome(new JsonPath(DEALS), path));
    }

    private static String outcome(JsonPath document, String path) {
        try {
            return "found " + document.get(path);
        } catch (RuntimeException e) {
            return "refused by " + e.getClass();
        }
    }
}
