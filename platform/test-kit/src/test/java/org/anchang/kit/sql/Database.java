package org.anchang.kit.sql;

/// As the kit's, which the test kit does not know.
public interface Database {}
