package org.anchang.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuoteRulesTest {
    private static final Quote QUOTE =
            new Quote(Money.of("1000000.00"), List.of(Money.of("80000.00")), Money.of("980000.00"));

    @Test
    @DisplayName("PAP-1 INV-11 a discount is of the home alone; the down payment of all that is to be paid")
    void way() {
        var way = QUOTE.by(terms("2"));
        assertThat(QUOTE.total()).isEqualTo(Money.of("1080000.00"));
        assertThat(way.amount()).isEqualTo(Money.of("20000.00"));
        assertThat(way.total()).isEqualTo(Money.of("1060000.00"));
        assertThat(way.first()).isEqualTo(Money.of("318000.00"));
    }

    @Test
    @DisplayName("INV-12 a discount that leads below the floor price is not offered")
    void floor() {
        var way = QUOTE.by(terms("2.01"));
        assertThat(way.amount()).isEqualTo(Money.ZERO);
        assertThat(way.total()).isEqualTo(Money.of("1080000.00"));
        assertThat(way.discount()).isEqualByComparingTo("0");
    }

    private static Quote.Terms terms(String discount) {
        return new Quote.Terms("按揭贷款", new BigDecimal(discount), new BigDecimal("30"));
    }
}
