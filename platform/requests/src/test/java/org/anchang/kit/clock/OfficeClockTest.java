package org.anchang.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OfficeClockTest {
    @AfterEach
    void stop() {
        System.clearProperty(OfficeClock.GOES);
    }

    @Test
    @DisplayName("SEC-2 a clock on the class path is not asked, and nobody sets it, where the JVM was not started so")
    void onTheClassPathAlone() {
        var clock = new OfficeClock();

        assertThat(clock.isSettable()).isFalse();
        assertThat(clock.setTo()).isNull();
    }

    @Test
    @DisplayName("where the JVM was started so, the clock beside the service is asked")
    void whereItGoes() {
        System.setProperty(OfficeClock.GOES, "true");

        assertThat(new OfficeClock().isSettable()).isTrue();
    }
}
