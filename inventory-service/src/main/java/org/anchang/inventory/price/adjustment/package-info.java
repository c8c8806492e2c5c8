/// Price adjustments (调价): a rule over a selection of unsold units, tried first, then applied at once or planned
/// for a moment (INV-2). What a hold has frozen stays; nothing goes below the floor price (INV-12).
@NullMarked
package org.anchang.inventory.price.adjustment;

import org.jspecify.annotations.NullMarked;
