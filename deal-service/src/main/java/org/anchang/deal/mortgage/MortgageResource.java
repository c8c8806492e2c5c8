package org.anchang.deal.mortgage;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Texts;
import org.anchang.deal.mortgage.MortgageFile.MortgageState;
import org.anchang.deal.receipt.Method;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Seen;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CON-3: the mortgage of a deal.
@Path("/api/v1/deals/{id}/mortgage")
@RunOnVirtualThread
@Tag(name = "Mortgage")
public class MortgageResource {
    private static final Offered HAND_IN = Offered.of(1, DealAction.HAND_IN_DOCUMENT, MortgageResource.class, "hand");
    private static final Offered SUBMIT = Offered.of(2, DealAction.SUBMIT, MortgageResource.class, "submit");
    private static final Offered APPROVE = Offered.of(3, DealAction.RECORD_APPROVAL, MortgageResource.class, "approve");
    private static final Offered REFUSE = Offered.of(4, DealAction.RECORD_REFUSAL, MortgageResource.class, "refuse");
    private static final Offered DISBURSE =
            Offered.of(5, DealAction.RECORD_DISBURSEMENT, MortgageResource.class, "disburse");
    private static final Offered CANCEL =
            Offered.of(6, DealAction.RECORD_CANCELLATION, MortgageResource.class, "cancel");

    public record HandIn(@NotBlank @Size(max = 100) String name) {}

    public record SubmitMortgage() {}

    public record Approve(@NotNull Money amount) {}

    public record Refuse(@NotBlank @Size(max = 500) String reason) {}

    /// @param account         number of the supervised account that the money went to
    /// @param sameSlipBecause why it is taken on a slip that was used for this account before
    public record Disburse(
            @NotNull Money amount,
            @NotBlank @Size(max = 60) String slip,
            @Nullable @Size(max = 60) String account,
            @Nullable @Seen @Size(max = 500) String sameSlipBecause) {
        Method.BankTransfer transfer() {
            return new Method.BankTransfer(slip, account, sameSlipBecause);
        }
    }

    public record CancelMortgage(
            @NotNull LocalDate cancelledOn,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param late came in, or is missing, after its deadline
    @Schema(name = "MortgageDocument")
    public record Document(
            String name,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate submittedOn,
            @Nullable String receivedBy,
            boolean late) {}

    @Schema(name = "MortgageFile")
    public record MortgageAnswer(
            UUID id,
            UUID deal,
            String bank,
            MortgageState state,
            Money loanAmount,
            @Nullable Money approvedAmount,
            @Nullable String reason,
            List<Document> documents,
            List<Action> actions) {}

    @Inject
    FollowingMortgage following;

    @Inject
    MortgageFiles files;

    @Inject
    Deals deals;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @GET
    @Authenticated
    @Snapshot
    @Operation(summary = "The mortgage with its checklist")
    public MortgageAnswer get(@PathParam("id") UUID id) {
        var deal = deals.get(caller.scope(), id);
        return answer(deal, files.of(deal));
    }

    @POST
    @Path("/documents")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record that a document of the checklist came in today")
    public MortgageAnswer hand(@PathParam("id") UUID id, @NotNull @Valid HandIn document) {
        return answer(id, following.hand(id, document.name()));
    }

    @POST
    @Path("/submission")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Hand all documents to the bank's officer")
    public MortgageAnswer submit(@PathParam("id") UUID id, @Valid SubmitMortgage nothing) {
        return answer(id, following.submit(id));
    }

    @POST
    @Path("/approval")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.FINANCE})
    @Operation(summary = "Record the bank's approval")
    public MortgageAnswer approve(@PathParam("id") UUID id, @NotNull @Valid Approve approval) {
        return answer(id, following.approve(id, approval.amount()));
    }

    @POST
    @Path("/refusal")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.FINANCE})
    @Operation(summary = "Record the bank's refusal")
    public MortgageAnswer refuse(@PathParam("id") UUID id, @NotNull @Valid Refuse refusal) {
        return answer(id, following.refuse(id, refusal.reason()));
    }

    @POST
    @Path("/disbursement")
    @Idempotent
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "Record that the bank's money is on the supervised account")
    public MortgageAnswer disburse(@PathParam("id") UUID id, @NotNull @Valid Disburse money) {
        return answer(id, following.disburse(id, money.amount(), money.transfer()));
    }

    @POST
    @Path("/cancellation")
    @Idempotent
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "RFD-2: record that the bank gave up its loan and its right in the home")
    public MortgageAnswer cancel(@PathParam("id") UUID id, @NotNull @Valid CancelMortgage cancelled) {
        return answer(id, following.cancel(id, cancelled.cancelledOn(), cancelled.reason()));
    }

    private MortgageAnswer answer(UUID deal, MortgageFile file) {
        return answer(deals.get(caller.scope(), deal), file);
    }

    private MortgageAnswer answer(Deal deal, MortgageFile file) {
        var today = clock.today();
        return new MortgageAnswer(
                file.id(),
                deal.id(),
                file.bank(),
                file.state(),
                file.loanAmount(),
                file.approvedAmount(),
                texts.open(deal.project(), file.reason(), file.reasonPlace()),
                file.documents().stream()
                        .map(document -> document(document, today))
                        .toList(),
                after(file.state()).stream()
                        .map(offer -> offer.on(deal.id(), deal.project(), caller))
                        .toList());
    }

    private static Document document(MortgageDocument document, LocalDate today) {
        var measuredOn = document.submittedOn() == null ? today : document.submittedOn();
        return new Document(
                document.name(),
                document.dueOn(),
                document.submittedOn(),
                document.receivedBy(),
                document.dueOn() != null && measuredOn.isAfter(document.dueOn()));
    }

    /// What comes next with it, offered beside it.
    private static List<Offered> after(MortgageState state) {
        return switch (state) {
            case COLLECTING -> List.of(HAND_IN, SUBMIT);
            case SUBMITTED -> List.of(APPROVE, REFUSE);
            case APPROVED -> List.of(DISBURSE);
            case REFUSED -> List.of(SUBMIT);
            case DISBURSED -> List.of(CANCEL);
            case CANCELLED -> List.of();
        };
    }
}
