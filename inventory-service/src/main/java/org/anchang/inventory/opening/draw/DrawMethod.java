package org.anchang.inventory.opening.draw;

/// INV-13: how the order of an opening day came about.
public enum DrawMethod {
    /// By the seed whose hash was published when the day was planned.
    LOTTERY,
    /// Taken over from the notary's list.
    NOTARY
}
