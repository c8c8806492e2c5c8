package org.anchang.customer;

/// CUS-2: within what serials count: the region's two initials and the name's.
public record NumberSeries(String region, String initials) {}
