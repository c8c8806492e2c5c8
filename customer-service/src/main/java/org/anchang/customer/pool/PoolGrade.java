package org.anchang.customer.pool;

/// How likely customers buy, as rules of pools name it.
public enum PoolGrade {
    A,
    B,
    C,
    D,
    /// Nobody has graded them
    NONE;

    /// As steps name it: `-` for none.
    String key() {
        return this == NONE ? "-" : name();
    }
}
