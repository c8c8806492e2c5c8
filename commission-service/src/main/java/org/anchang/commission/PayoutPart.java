package org.anchang.commission;

/// COM-3: the parts in which a plan lets an earned commission be paid out, in the order in which they are worked out.
public enum PayoutPart {
    AT_EARNING,
    WITH_FILING,
    /// As the buyers' money comes in: the part of the price that has been paid is the part that is out.
    WITH_COLLECTIONS
}
