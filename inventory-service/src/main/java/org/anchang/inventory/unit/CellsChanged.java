package org.anchang.inventory.unit;

/// INV-7: cells of the project's sales-control table changed in the transaction that just ends.
public record CellsChanged(String project) {}
