package org.anchang.kit.problem;

/// As the kit's, which the test kit does not know.
public interface Refusal {}
