package org.anchang.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SealingTest {
    private final Sealing sealing = new Sealing(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    @DisplayName("CUS-6 what is sealed can be opened, looks different each time, and shows tampering")
    void sealAndOpen() {
        var sealed = sealing.seal("410300198001010016");

        assertThat(sealing.open(sealed)).isEqualTo("410300198001010016");
        assertThat(sealing.seal("410300198001010016")).isNotEqualTo(sealed);
        var altered = (sealed.charAt(20) == 'A' ? "B" : "A");
        assertThatThrownBy(() -> sealing.open(sealed.substring(0, 20) + altered + sealed.substring(21)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("CUS-3 the same number has the same fingerprint, another one another")
    void fingerprints() {
        assertThat(sealing.fingerprint("13903790001")).isEqualTo(sealing.fingerprint("13903790001"));
        assertThat(sealing.fingerprint("13903790001")).isNotEqualTo(sealing.fingerprint("13903790002"));
    }

    @Test
    @DisplayName("CUS-6 lists show the ends of a number only")
    void masks() {
        assertThat(Sealing.masked("13903790001")).isEqualTo("139****0001");
        assertThat(Sealing.masked("张三")).isEqualTo("张*");
        assertThat(Sealing.masked("欧阳修文")).isEqualTo("欧***");
    }
}
