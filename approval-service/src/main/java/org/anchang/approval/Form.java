package org.anchang.approval;

import java.time.Instant;
import java.util.Map;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.DiscountApproved;
import org.anchang.events.ApprovalEvent.DiscountRefused;
import org.anchang.events.ApprovalEvent.LayoutChangeApproved;
import org.anchang.events.ApprovalEvent.LayoutChangeRefused;
import org.anchang.events.ApprovalEvent.RefundApproved;
import org.anchang.events.ApprovalEvent.RefundRefused;
import org.anchang.events.ApprovalEvent.RenameApproved;
import org.anchang.events.ApprovalEvent.RenameRefused;
import org.anchang.events.ApprovalEvent.SwapApproved;
import org.anchang.events.ApprovalEvent.SwapRefused;
import org.anchang.events.ApprovalEvent.VoidApproved;
import org.anchang.events.ApprovalEvent.VoidRefused;

/// The forms that need signatures, and how each one's end is told (APR-5).
public enum Form {
    /// 特惠申请单
    DISCOUNT,
    /// 调房申请单
    SWAP,
    /// 更名申请单
    RENAME,
    /// 退房申请单
    REFUND,
    /// 户型结构变更申请表
    LAYOUT_CHANGE,
    /// Void of an order form (DEP-6)
    VOID;

    ApprovalEvent approved(Approval a, Instant at, Map<String, String> given) {
        return switch (this) {
            case DISCOUNT -> new DiscountApproved(a.id(), a.project(), at, a.request(), a.deal(), given);
            case SWAP -> new SwapApproved(a.id(), a.project(), at, a.request(), a.deal(), given);
            case RENAME -> new RenameApproved(a.id(), a.project(), at, a.request(), a.deal(), given);
            case REFUND -> new RefundApproved(a.id(), a.project(), at, a.request(), a.deal(), given);
            case LAYOUT_CHANGE -> new LayoutChangeApproved(a.id(), a.project(), at, a.request(), a.deal(), given);
            case VOID -> new VoidApproved(a.id(), a.project(), at, a.request(), a.deal(), given);
        };
    }

    ApprovalEvent refused(Approval a, Instant at, String reason) {
        return switch (this) {
            case DISCOUNT -> new DiscountRefused(a.id(), a.project(), at, a.request(), a.deal(), reason);
            case SWAP -> new SwapRefused(a.id(), a.project(), at, a.request(), a.deal(), reason);
            case RENAME -> new RenameRefused(a.id(), a.project(), at, a.request(), a.deal(), reason);
            case REFUND -> new RefundRefused(a.id(), a.project(), at, a.request(), a.deal(), reason);
            case LAYOUT_CHANGE -> new LayoutChangeRefused(a.id(), a.project(), at, a.request(), a.deal(), reason);
            case VOID -> new VoidRefused(a.id(), a.project(), at, a.request(), a.deal(), reason);
        };
    }
}
