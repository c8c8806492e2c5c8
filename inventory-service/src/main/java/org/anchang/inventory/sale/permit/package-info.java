/// The five certificates (五证) of each building, and the buildings themselves with what they lack. Without all of them,
/// valid on the day, nothing in a building is released, held or paid for (INV-6).
@NullMarked
package org.anchang.inventory.sale.permit;

import org.jspecify.annotations.NullMarked;
