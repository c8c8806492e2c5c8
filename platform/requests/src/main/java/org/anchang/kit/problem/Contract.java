package org.anchang.kit.problem;

/// How a method ends by what it is given, for NullAway: `false, _ -> fail` lets what was refused as null be used after.
@interface Contract {
    String value();
}
