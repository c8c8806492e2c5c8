package org.anchang.deal.mortgage;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.anchang.deal.mortgage.LoanCalculator.LoanCalculation;
import org.anchang.deal.mortgage.LoanCalculator.LoanMethod;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// CON-4: the mortgage calculator. It keeps nothing, so it needs no Idempotency-Key.
@Path("/api/v1/loan-calculations")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Mortgage")
public class LoanCalculationResource {
    /// @param annualRate in per cent, e.g. `3.10`
    public record Calculate(
            @NotNull Money principal,

            @NotNull @Digits(integer = 2, fraction = 4) BigDecimal annualRate,

            int months,
            @NotNull LoanMethod method) {}

    @POST
    @Operation(summary = "What a loan costs: each month and all interest, exact to the cent")
    public LoanCalculation calculate(@NotNull @Valid Calculate wish) {
        var loan = new LoanCalculator.Loan(wish.principal(), wish.annualRate(), wish.months());
        return LoanCalculator.cost(loan, wish.method());
    }
}
