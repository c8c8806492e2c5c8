package org.anchang.customer;

/// 意向等级: how likely a customer buys, A the likeliest.
public enum IntentGrade {
    A,
    B,
    C,
    D
}
