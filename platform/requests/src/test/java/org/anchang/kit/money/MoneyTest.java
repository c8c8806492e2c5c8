package org.anchang.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    @DisplayName("money has two decimals, whatever it was made of")
    void twoDecimals() {
        assertThat(Money.of("5")).isEqualTo(Money.of("5.00")).hasToString("5.00");
        assertThat(Money.ZERO).hasToString("0.00");
    }

    @Test
    @DisplayName("a fraction of a cent is not money")
    void fractions() {
        assertThatThrownBy(() -> Money.of("0.005")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("0.005"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    @DisplayName("twelve digits are the most, and a sign the only thing before them")
    void largest() {
        assertThat(Money.of("-999999999999.99")).hasToString("-999999999999.99");
        assertThat(List.of("1000000000000", "1000000000000.00", "+1", ".5", "1.", "", " 1", "1\n", "0x1", "NaN", "１"))
                .allSatisfy(text -> assertThatThrownBy(() -> Money.of(text)).isInstanceOf(NumberFormatException.class));
    }

    @Test
    @DisplayName("ten characters are no billion digits: an exponent is refused at once")
    void exponent() {
        assertThat(List.of("1e3", "1e2000000", "1E600000000", "1e-600000000"))
                .allSatisfy(text ->
                        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatThrownBy(() -> Money.of(text))
                                .isInstanceOf(NumberFormatException.class)));
    }

    @Test
    @DisplayName("multiplying rounds half up to the cent")
    void rounding() {
        assertThat(Money.of("0.01").times(new BigDecimal("0.5"))).isEqualTo(Money.of("0.01"));
        assertThat(Money.of("52229.87").times(new BigDecimal("125.53"))).isEqualTo(Money.of("6556415.58"));
        assertThat(Money.of("1000001.00").percent(new BigDecimal("1.25"))).isEqualTo(Money.of("12500.01"));
    }

    @Test
    @DisplayName("sums and differences are exact")
    void sums() {
        assertThat(Money.sum(List.of(Money.of("0.10"), Money.of("0.20")))).isEqualTo(Money.of("0.30"));
        assertThat(Money.of("1.00").minus(Money.of("1.01")).isNegative()).isTrue();
    }
}
