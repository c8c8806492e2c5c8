package org.anchang.kit.page;

import java.util.function.Function;

/// One of several values by which a list is ordered; the last of them is unique.
///
/// @param parameter by which a statement takes that of the item before the page; null for the first page
/// @param of        of an item
/// @param read      as the page before wrote it down
public record Key<T>(String parameter, Function<T, ?> of, Function<String, ?> read) {}
