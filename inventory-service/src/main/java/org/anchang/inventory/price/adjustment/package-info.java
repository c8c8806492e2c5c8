/// Price adjustments (调价): a rule over a selection of unsold units, tried first, then applied at once or planned
/// for a moment (INV-2). What a hold has frozen stays; nothing goes below the floor price (INV-12).
///
/// More than `anchang.price-adjustments.slice` (200) units change in slices, each a transaction of its own, so that a
/// unit is locked for its slice only; the adjustment is IN_PROGRESS until the last, and other price changes of the
/// project are 409 meanwhile. What breaks off goes on with the next look ([DueAdjustments]). Several plans of a unit
/// rest one on the other; what is sold or priced anew until then is left out, and listed. A release brings what is due
/// by its moment into force in its own transaction ([BringingIntoForce]); a plan that is taken back comes first.
package org.anchang.inventory.price.adjustment;
