/// Price lists (价格表): units come into being and get their prices from a table that people keep in a spreadsheet; all
/// of its rows count, or none (INV-2). Prices and areas are never changed, only followed by newer ones (INV-10).
///
/// A draft is read while its sender looks on, and shows what it would change; taken over is exactly that, or it is
/// refused because units or prices have changed. Memory does not grow with the rows (decision 10). What is sold stays
/// as it is, whatever the list says, and is counted as left out. A column that is missing, or a cell that is empty,
/// says nothing: what is known stays. How files are read is the kit's `sheet` (decision 23).
package org.anchang.inventory.price.list;
