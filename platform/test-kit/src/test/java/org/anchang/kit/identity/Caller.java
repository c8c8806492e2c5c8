package org.anchang.kit.identity;

/// As the kit's, which the test kit does not know.
public interface Caller {
    Object scope();
}
