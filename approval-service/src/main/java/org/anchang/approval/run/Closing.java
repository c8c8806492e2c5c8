package org.anchang.approval.run;

/// How a place on the form was settled.
enum Closing {
    APPROVED,
    REFUSED,
    /// The approval ended before anybody signed here.
    DROPPED
}
