package org.anchang.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final Place HERE = new Place("buyer", "id_number", 1);

    private final Sealing sealing = Sealing.under(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    @DisplayName("CUS-6 what is sealed can be opened, looks different each time, and shows tampering")
    void sealAndOpen() {
        var sealed = sealing.seal("410300198001010016", HERE);

        assertThat(sealing.open(sealed, HERE)).isEqualTo("410300198001010016");
        assertThat(sealing.seal("410300198001010016", HERE)).isNotEqualTo(sealed);
        var altered = (sealed.charAt(20) == 'A' ? "B" : "A");
        assertThatThrownBy(() -> sealing.open(sealed.substring(0, 20) + altered + sealed.substring(21), HERE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("CUS-6 a sealed value opens in its own row and column only")
    void boundToItsPlace() {
        var sealed = sealing.seal("410300198001010011", HERE);

        for (var other : new Place[] {
            new Place("buyer", "id_number", 2), new Place("buyer", "name", 1), new Place("ticket", "id_number", 1)
        }) {
            assertThatThrownBy(() -> sealing.open(sealed, other)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @DisplayName("CUS-6 a key that is none is refused in words, which do not quote it")
    @ValueSource(strings = {"", "secret", "c2VjcmV0", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void malformedKey(String key) {
        assertThatThrownBy(() -> new MasterKeys(key, Optional.empty()))
                .hasMessageContaining("ANCHANG_SEALING_KEY is no key")
                .message()
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("CUS-6 an older key that is none is refused too, and by the name under which it was given")
    void malformedOlderKey() {
        var older = Optional.of(List.of(Sealing.newKey(), "c2VjcmV0"));

        assertThatThrownBy(() -> new MasterKeys(Sealing.newKey(), older))
                .hasMessageContaining("ANCHANG_SEALING_OLDER_KEYS is no key")
                .message()
                .doesNotContain("c2VjcmV0");
    }

    @Test
    @DisplayName("CUS-6 a sealed value names its key, and opens under no other name")
    void namesItsKey() {
        var bytes = SealingKey.random();
        var sealed = new SealingKey(7, bytes).seal(new byte[] {1, 2, 3}, HERE);

        assertThat(SealingKey.idOf(sealed)).isEqualTo(7);
        assertThat(new SealingKey(7, bytes).open(sealed, HERE)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> new SealingKey(8, bytes).open(sealed, HERE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealing.open("AAAAAAAA", HERE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealing.open("no base64", HERE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("CUS-6 what one service seals for another opens with the same master key only, and so does a proof")
    void courier() {
        var master = Sealing.newKey();
        var sealed = Courier.under(master).seal("980000.00", HERE);
        var proof = Courier.under(master).proof("claim 1 2");
        var other = Courier.under(Sealing.newKey());

        assertThat(Courier.under(master).open(sealed, HERE)).isEqualTo("980000.00");
        assertThat(Courier.under(master).isProof(proof, "claim 1 2")).isTrue();
        assertThat(Courier.under(master).isProof(proof, "claim 1 3")).isFalse();
        assertThat(other.isProof(proof, "claim 1 2")).isFalse();
        assertThatThrownBy(() -> other.open(sealed, HERE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("CUS-3 the same number has the same fingerprint, another one another")
    void fingerprints() {
        assertThat(sealing.fingerprint("13903790001")).isEqualTo(sealing.fingerprint("13903790001"));
        assertThat(sealing.fingerprint("13903790001")).isNotEqualTo(sealing.fingerprint("13903790002"));
    }
}
