package org.anchang.customer.pool;

/// TRK-5: how far it has come with somebody who has not bought and has no deal on its way.
public enum PoolStage {
    /// Nobody has received them yet
    REGISTERED,
    VISITED,
    /// They had subscribed, and have not any more
    DEAL_ENDED,
    GIVEN_UP
}
