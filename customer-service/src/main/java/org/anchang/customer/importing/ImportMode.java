package org.anchang.customer.importing;

/// What a run does with whom the project knows already.
public enum ImportMode {
    /// Only what is new (追加): what is known comes back in the error file.
    APPEND,
    /// What the file says counts from now on, with history (更新); what it does not say stays.
    UPDATE,
    /// What is known is left as it is, and counted (跳过).
    SKIP
}
