package org.anchang.customer.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallLimitsRulesTest {
    private final CallLimits limits = new CallLimits(3, 3, false);

    @Test
    @DisplayName("TEL-1 three minutes are not too long, a second more is")
    void minutes() {
        assertThat(limits.isTooLong(Duration.ofSeconds(179))).isFalse();
        assertThat(limits.isTooLong(Duration.ofSeconds(180))).isFalse();
        assertThat(limits.isTooLong(Duration.ofSeconds(181))).isTrue();
    }

    @Test
    @DisplayName("TEL-1 three answered questions are not too many, a fourth is")
    void questions() {
        assertThat(limits.areTooMany(0)).isFalse();
        assertThat(limits.areTooMany(3)).isFalse();
        assertThat(limits.areTooMany(4)).isTrue();
    }
}
