package org.anchang.deal.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CON-1 … CON-3: buyer checks and contracts.
@Path("/api/v1/deals/{id}")
@RunOnVirtualThread
@Tag(name = "Contracts")
public class ContractResource implements Offers {
    private static final Offered SIGN = Offered.of(40, DealAction.SIGN_CONTRACT, ContractResource.class, "sign");
    private static final Offered CHECK = Offered.of(60, DealAction.CHECK_BUYER, ContractResource.class, "checkBuyer")
            .alsoWhileChanging();

    /// @param buyer index (from 0) or id
    public record CheckBuyer(
            @NotBlank String buyer,
            boolean identityChecked,
            @NotBlank @Size(max = 200) String qualification,
            Buyer.@Valid @Nullable Proxy proxy) {}

    public record SignContract(
            @NotBlank @Size(max = 60) String number,
            @Valid @NotNull PaymentScheme scheme) {}

    @Schema(name = "Contract")
    public record ContractAnswer(
            UUID id,
            UUID deal,
            String number,
            String scheme,
            Money total,
            LocalDate signedOn,
            LocalDate fileBy,
            PaymentSchedule.Standing schedule,
            List<Action> actions) {}

    @Inject
    SigningContract signing;

    @Inject
    DealAnswers answers;

    @POST
    @Path("/buyer-checks")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "CON-1: identity against the original, qualification, and a proxy only with power of attorney")
    public DealAnswers.Answer checkBuyer(@PathParam("id") UUID id, @NotNull @Valid CheckBuyer check) {
        return answers.of(signing.check(id, check));
    }

    @POST
    @Path("/contracts")
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Sign the contract: deposits count towards the price, receipts are exchanged, dues scheduled")
    public ContractAnswer sign(@PathParam("id") UUID id, @NotNull @Valid SignContract contract) {
        return signing.sign(id, contract);
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        var check = deal.buyers().isEmpty() ? List.<Offered>of() : List.of(CHECK);
        return switch (deal.stage()) {
            case QUEUED, RESERVED, CONTRACTED -> check;
            case SUBSCRIBED -> Stream.concat(Stream.of(SIGN), check.stream()).toList();
            case FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }
}
