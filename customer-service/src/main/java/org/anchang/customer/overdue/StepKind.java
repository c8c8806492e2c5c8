package org.anchang.customer.overdue;

/// What is to be done, or what happens if nothing is.
public enum StepKind {
    /// TRK-1: nobody has talked with the customer since they came
    FIRST_FOLLOW_UP,
    NEXT_FOLLOW_UP,
    /// The customer has viewed and subscribed nothing
    SUBSCRIPTION,
    CONTRACT,
    MONEY,
    /// TRK-5: goes to the public pool
    POOL,
    /// TRK-1: a substitute has received and not recorded what happened
    VISIT_RECORD
}
