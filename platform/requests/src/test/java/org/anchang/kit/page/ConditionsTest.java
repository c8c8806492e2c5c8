package org.anchang.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private final Conditions conditions =
            new Conditions("project in (:mine)", new HashMap<>(Map.of("mine", List.of("songfeng"))));

    @Test
    @DisplayName("a condition counts where there is something to compare with, with its first parameter")
    void countsWithAValue() {
        conditions
                .and("state in (:states)", List.of("A", "B"))
                .and("person = :person", null)
                .and("(name = :name or number like :number escape '!')", "x")
                .with("number", "y%");

        assertThat(conditions)
                .hasToString(
                        "project in (:mine) and state in (:states) and (name = :name or number like :number escape '!')");
        assertThat(conditions.parameters())
                .containsOnly(
                        Map.entry("mine", List.of("songfeng")),
                        Map.entry("states", List.of("A", "B")),
                        Map.entry("name", "x"),
                        Map.entry("number", "y%"));
    }

    @Test
    @DisplayName("a list goes on behind the last item of the page before, upwards or the latest first")
    void goesOn() {
        var last = UUID.randomUUID();
        var first = Page.byId(List.of(last, UUID.randomUUID()), new PageRequest(1, null), id -> id);

        var next = conditions.latestBy("d.id", new PageRequest(1, first.next()));

        assertThat(next.conditions()).hasToString("project in (:mine) and d.id < :after");
        assertThat(next.order()).isEqualTo(" order by d.id desc");
        assertThat(conditions.parameters()).containsEntry("after", last);
        assertThat(conditions.by("id", new PageRequest(1, null)).order()).isEqualTo(" order by id");
        assertThat(new PageRequest(1, null).afterNumber()).isZero();
    }

    @Test
    @DisplayName("a condition without a parameter is a mistake of ours")
    void needsAParameter() {
        assertThatThrownBy(() -> conditions.and("state = 'OPEN'", "OPEN")).isInstanceOf(IllegalArgumentException.class);
    }
}
