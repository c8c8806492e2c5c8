package org.anchang.deal;

/// Where a deal stands, from the ticket to the filed contract, or how it ended.
public enum DealStage {
    /// 排号: a numbered interest in a held unit; no money yet
    QUEUED,
    /// 小定
    RESERVED,
    /// 大定
    SUBSCRIBED,
    /// 签约
    CONTRACTED,
    /// 备案: finally sold
    FILED,
    VOIDED,
    REFUNDED,
    /// Ended in favour of its successor on another unit
    SWAPPED,
    LAPSED;

    /// Whether money was taken and no contract is signed yet.
    public boolean isBeforeContract() {
        return this == RESERVED || this == SUBSCRIBED;
    }

    /// Whether money was taken and the authority has not filed the contract yet.
    public boolean isBeforeFiling() {
        return isBeforeContract() || this == CONTRACTED;
    }

    /// Whether the deal keeps its unit off sale.
    public boolean isLive() {
        return switch (this) {
            case QUEUED, RESERVED, SUBSCRIBED, CONTRACTED, FILED -> true;
            case VOIDED, REFUNDED, SWAPPED, LAPSED -> false;
        };
    }
}
