/// What managers and engineers put down about a unit: its areas, each with its kind and date (INV-10), and the price
/// below which nothing passes but the general manager's approval (INV-12); and what approved changes of layout made of
/// it (INV-9). New prices come into force here, whoever makes them: of a project one after the other (INV-2).
///
/// Areas are a table of `price` and not of `unit`: each price rests on one and a list brings both, so that a price with
/// its area is read and written in one place.
@NullMarked
package org.anchang.inventory.price.valuation;

import org.jspecify.annotations.NullMarked;
