package org.anchang.customer.care.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaceRulesTest {
    @Test
    @DisplayName(
            "CAR-3 by one link thirty questions a minute are answered, other links and the next minute have their own")
    void thirtyAMinute() {
        var pace = new Pace();

        assertThat(IntStream.range(0, 30)).allMatch(_ -> pace.mayAskBy("a", 1));
        assertThat(pace.mayAskBy("a", 1)).isFalse();
        assertThat(pace.mayAskBy("b", 1)).isTrue();
        assertThat(pace.mayAskBy("a", 2)).isTrue();
    }
}
