package org.anchang.deal.mortgage;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.mortgage.LoanCalculator.Loan;
import org.anchang.deal.mortgage.LoanCalculator.LoanMethod;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoanCalculatorRulesTest {
    @Test
    @DisplayName("CON-4 equal instalment: 1,000,000.00 at 3.10 % over 360 months is 4,270.16 a month")
    void equalInstalment() {
        var cost = LoanCalculator.cost(loan("1000000.00", "3.10", 360), LoanMethod.EQUAL_INSTALMENT);

        assertThat(cost.monthly()).hasSize(360);
        assertThat(cost.monthly().getFirst()).isEqualTo(Money.of("4270.16"));
        assertThat(cost.totalInterest()).isEqualTo(Money.of("537259.04"));
        assertThat(Money.sum(cost.monthly())).isEqualTo(Money.of("1537259.04"));
    }

    @Test
    @DisplayName(
            "CON-4 equal principal: 1,000,000.00 at 3.10 % over 360 months starts at 5,361.11, interest 466,291.67")
    void equalPrincipal() {
        var cost = LoanCalculator.cost(loan("1000000.00", "3.10", 360), LoanMethod.EQUAL_PRINCIPAL);

        assertThat(cost.monthly().getFirst()).isEqualTo(Money.of("5361.11"));
        assertThat(cost.monthly().get(1)).isEqualTo(Money.of("5353.94"));
        assertThat(cost.totalInterest()).isEqualTo(Money.of("466291.67"));
        assertThat(Money.sum(cost.monthly())).isEqualTo(cost.totalPaid());
    }

    @Test
    @DisplayName("CON-4 a loan over one month, and one without interest")
    void boundaries() {
        var oneMonth = LoanCalculator.cost(loan("120000.00", "3.00", 1), LoanMethod.EQUAL_INSTALMENT);
        var free = LoanCalculator.cost(loan("100.00", "0", 3), LoanMethod.EQUAL_PRINCIPAL);

        assertThat(oneMonth.monthly()).containsExactly(Money.of("120300.00"));
        assertThat(free.monthly()).containsExactly(Money.of("33.33"), Money.of("33.33"), Money.of("33.34"));
        assertThat(free.totalInterest()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("CON-4 no month is below zero, and the last is what is left, however small the loan and long its time")
    void neverBelowZero(LoanMethod method) {
        for (var principal : List.of("0.01", "1.00", "2.40", "4.79", "100.00", "1234.56")) {
            for (var months : List.of(1, 3, 360, 480)) {
                for (var rate : List.of("0", "3.10", "99.99")) {
                    var cost = LoanCalculator.cost(loan(principal, rate, months), method);

                    assertThat(cost.monthly()).hasSize(months).noneMatch(Money::isNegative);
                    assertThat(Money.sum(cost.monthly())).isEqualTo(cost.totalPaid());
                }
            }
        }
    }

    @Test
    @DisplayName("CON-4 a loan without principal, without months or with a negative rate is refused")
    void refusedTerms() {
        for (var loan : new Loan[] {
            loan("0.00", "3.10", 360), loan("1.00", "-0.01", 360), loan("1.00", "3.10", 0), loan("1.00", "3.10", 481)
        }) {
            assertRefused(
                    DealRefusal.LOAN_TERMS_NOT_UNDERSTOOD,
                    () -> LoanCalculator.cost(loan, LoanMethod.EQUAL_INSTALMENT));
        }
    }

    private static Loan loan(String principal, String rate, int months) {
        return new Loan(Money.of(principal), new BigDecimal(rate), months);
    }
}
