package org.anchang.deal.mortgage;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.money.Money;

/// CON-4: what a loan costs by the two published methods, exact to the cent.
///
/// Each month's amount is that of the formula, rounded HALF_UP, as long as so much is left to pay; the last month takes
/// up what rounding left over, so that the months add up to principal and total interest and none is below zero.
final class LoanCalculator {
    /// The same to pay each month, or the same of the principal.
    public enum LoanMethod {
        EQUAL_INSTALMENT,
        EQUAL_PRINCIPAL
    }

    /// @param annualRate in per cent
    record Loan(Money principal, BigDecimal annualRate, int months) {}

    public record LoanCalculation(List<Money> monthly, Money totalInterest, Money totalPaid) {}

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal PER_CENT_AND_MONTHS = new BigDecimal(1200);
    private static final int LONGEST = 480;

    private LoanCalculator() {}

    /// @throws org.anchang.kit.problem.Refused LOAN_TERMS_NOT_UNDERSTOOD
    static LoanCalculation cost(Loan loan, LoanMethod method) {
        refuseUnless(
                loan.principal().isPositive()
                        && loan.annualRate().signum() >= 0
                        && loan.annualRate().compareTo(new BigDecimal(100)) < 0
                        && loan.months() > 0
                        && loan.months() <= LONGEST,
                DealRefusal.LOAN_TERMS_NOT_UNDERSTOOD);
        var rate = loan.annualRate().divide(PER_CENT_AND_MONTHS, EXACT);
        return switch (method) {
            case EQUAL_INSTALMENT -> equalInstalment(loan, rate);
            case EQUAL_PRINCIPAL -> equalPrincipal(loan, rate);
        };
    }

    /// 等额本息: P·i·(1+i)ⁿ / ((1+i)ⁿ − 1) every month.
    private static LoanCalculation equalInstalment(Loan loan, BigDecimal rate) {
        var principal = loan.principal().amount();
        var months = BigDecimal.valueOf(loan.months());
        BigDecimal instalment;
        if (rate.signum() == 0) {
            instalment = principal.divide(months, EXACT);
        } else {
            var growth = rate.add(BigDecimal.ONE).pow(loan.months(), EXACT);
            instalment = principal
                    .multiply(rate, EXACT)
                    .multiply(growth, EXACT)
                    .divide(growth.subtract(BigDecimal.ONE), EXACT);
        }
        var interest = Money.rounded(instalment.multiply(months, EXACT).subtract(principal));
        var monthly = new ArrayList<Money>();
        for (var month = 0; month < loan.months(); month++) {
            monthly.add(Money.rounded(instalment));
        }
        return closed(loan, monthly, interest);
    }

    /// 等额本金: P/n + (P − what is paid back) · i; all interest together P·i·(n+1)/2.
    private static LoanCalculation equalPrincipal(Loan loan, BigDecimal rate) {
        var principal = loan.principal().amount();
        var months = BigDecimal.valueOf(loan.months());
        var part = principal.divide(months, EXACT);
        var monthly = new ArrayList<Money>();
        for (var month = 0; month < loan.months(); month++) {
            var rest = principal.subtract(part.multiply(BigDecimal.valueOf(month), EXACT));
            monthly.add(Money.rounded(part.add(rest.multiply(rate, EXACT))));
        }
        var interest = Money.rounded(principal
                .multiply(rate, EXACT)
                .multiply(months.add(BigDecimal.ONE), EXACT)
                .divide(BigDecimal.TWO, EXACT));
        return closed(loan, monthly, interest);
    }

    private static LoanCalculation closed(Loan loan, List<Money> monthly, Money interest) {
        var paid = loan.principal().plus(interest);
        var left = paid;
        for (var month = 0; month < monthly.size() - 1; month++) {
            var due = monthly.get(month).isMoreThan(left) ? left : monthly.get(month);
            monthly.set(month, due);
            left = left.minus(due);
        }
        monthly.set(monthly.size() - 1, left);
        return new LoanCalculation(List.copyOf(monthly), interest, paid);
    }
}
