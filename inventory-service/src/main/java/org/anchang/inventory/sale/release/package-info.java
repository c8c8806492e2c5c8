/// Releases (开盘) and withdrawals: units go on sale on a permit, and off sale again, each on record (INV-8, INV-14).
@NullMarked
package org.anchang.inventory.sale.release;

import org.jspecify.annotations.NullMarked;
