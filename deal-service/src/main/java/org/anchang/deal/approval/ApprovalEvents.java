package org.anchang.deal.approval;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.anchang.deal.change.ChangeForm;
import org.anchang.deal.change.ChangeForm.DiscountForm;
import org.anchang.deal.change.ChangeForm.LayoutForm;
import org.anchang.deal.change.ChangeForm.RefundForm;
import org.anchang.deal.change.ChangeForm.RenameForm;
import org.anchang.deal.change.ChangeForm.SwapForm;
import org.anchang.deal.change.ChangeForm.VoidForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.ChangeRequests;
import org.anchang.deal.discount.GrantingDiscount;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.layout.ChangingLayout;
import org.anchang.deal.refund.RefundingDeal;
import org.anchang.deal.rename.RenamingPurchaser;
import org.anchang.deal.swap.SwappingUnit;
import org.anchang.deal.voiding.VoidingDeal;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalOpened;
import org.anchang.events.ApprovalEvent.ApprovalStepSigned;
import org.anchang.events.ApprovalEvent.DiscountApproved;
import org.anchang.events.ApprovalEvent.LayoutChangeApproved;
import org.anchang.events.ApprovalEvent.RefundApproved;
import org.anchang.events.ApprovalEvent.RenameApproved;
import org.anchang.events.ApprovalEvent.SwapApproved;
import org.anchang.events.ApprovalEvent.VoidApproved;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// APR-5: what approval-service tells about our forms. Here, and nowhere else, the evidence is made that a form has
/// all its signatures.
@ApplicationScoped
class ApprovalEvents implements Reader<ApprovalEvent> {
    @Inject
    Inbox inbox;

    @Inject
    ChangeRequests requests;

    @Inject
    ChangeProcess process;

    @Inject
    SwappingUnit swapping;

    @Inject
    RefundingDeal refunding;

    @Inject
    RenamingPurchaser renaming;

    @Inject
    GrantingDiscount discounting;

    @Inject
    ChangingLayout changingLayout;

    @Inject
    VoidingDeal voiding;

    @Incoming(ApprovalEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(ApprovalEvent event) {
        switch (event) {
            case ApprovalOpened opened -> process.approvalOpened(opened.request(), opened.approval());
            case SwapApproved approved -> onceFor(approved, SwapForm.class, swapping::carryOut);
            case RefundApproved approved -> onceFor(approved, RefundForm.class, refunding::carryOut);
            case RenameApproved approved -> onceFor(approved, RenameForm.class, renaming::carryOut);
            case DiscountApproved approved -> onceFor(approved, DiscountForm.class, discounting::carryOut);
            case LayoutChangeApproved approved -> onceFor(approved, LayoutForm.class, changingLayout::carryOut);
            case VoidApproved approved -> onceFor(approved, VoidForm.class, voiding::carryOut);
            case ApprovalEvent.Declined declined -> process.giveUp(declined);
            case ApprovalStepSigned signed -> process.signed(signed);
            case ApprovalEvent.Unknown _ -> {}
        }
    }

    private <F extends ChangeForm> void onceFor(
            ApprovalEvent.Approved event, Class<F> form, BiConsumer<ChangeRequest, Approved<F>> carryOut) {
        requests.waiting(event.request())
                .ifPresent(request -> carryOut.accept(
                        request,
                        new Approved<>(event.request(), event.approval(), request.detail(form), event.fields())));
    }
}
