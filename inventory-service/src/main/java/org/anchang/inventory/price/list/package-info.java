/// Price lists (价格表): units come into being and get their prices from a table that people keep in a
/// spreadsheet; all of
/// its rows count, or none (INV-2). Prices and areas are never changed, only followed by newer ones (INV-10).
@NullMarked
package org.anchang.inventory.price.list;

import org.jspecify.annotations.NullMarked;
