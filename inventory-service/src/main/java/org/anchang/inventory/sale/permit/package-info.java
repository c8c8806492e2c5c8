/// The five certificates (五证) of each building. Without all of them, valid on the day, nothing in the building is
/// released, held or paid for (INV-6).
@NullMarked
package org.anchang.inventory.sale.permit;

import org.jspecify.annotations.NullMarked;
