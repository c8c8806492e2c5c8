/// What managers and engineers put down about a unit: its areas, each with its kind and date (INV-10), and the price
/// below which nothing passes but the general manager's approval (INV-12). New prices come into force here, whoever
/// makes them: of a project one after the other (INV-2).
@NullMarked
package org.anchang.inventory.price.valuation;

import org.jspecify.annotations.NullMarked;
