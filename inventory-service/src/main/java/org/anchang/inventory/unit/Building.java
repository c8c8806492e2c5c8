package org.anchang.inventory.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A building (楼栋) of a project; its certificates decide whether anything in it may be sold (INV-6).
///
/// @param version grows with every change
public record Building(
        UUID id, String project, String name, @Nullable String buildingType, long version) {}
