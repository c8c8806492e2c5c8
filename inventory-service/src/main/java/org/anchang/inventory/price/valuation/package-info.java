/// What managers and engineers put down about a unit: its areas, each with its kind and date (INV-10), and the price
/// below which nothing passes but the general manager's approval (INV-12); and what approved changes of layout made of
/// it (INV-9), in the table `layout_change`.
package org.anchang.inventory.price.valuation;
