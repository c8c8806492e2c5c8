package org.anchang.reporting.report;

/// By what the figures of a report are parted.
enum Part {
    NONE,
    CHANNEL,
    CONSULTANT,
    WEEK,
    DAY,
    BUILDING,
    LAYOUT,
    PRODUCT_TYPE,
    KIND,
    AGE,
    REASON,
    FORM
}
