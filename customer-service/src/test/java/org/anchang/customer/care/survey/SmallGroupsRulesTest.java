package org.anchang.customer.care.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmallGroupsRulesTest {
    @Test
    @DisplayName("CAR-3 a small group is not shown, nor can it be reckoned from the whole and the others")
    void hidden() {
        assertThat(SmallGroups.hidden(Map.of("li.na", 3L, "wang.lei", 9L), 3)).isEmpty();
        assertThat(SmallGroups.hidden(Map.of("li.na", 2L), 3)).containsExactly("li.na");
        assertThat(SmallGroups.hidden(Map.of("li.na", 2L, "wang.lei", 5L, "zhao.min", 9L), 3))
                .containsExactlyInAnyOrder("li.na", "wang.lei");
        assertThat(SmallGroups.hidden(Map.of("li.na", 2L, "wang.lei", 2L, "zhao.min", 9L), 3))
                .containsExactlyInAnyOrder("li.na", "wang.lei");
    }
}
