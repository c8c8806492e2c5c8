/// Holds (占用): a consultant has a unit for some minutes, and nobody else has it (INV-4, INV-5).
///
/// Whoever locks the unit's row first gets it; everybody else hears "no" at once and waits for nobody. Timers
/// run on the clock of the database, which is one and the same for every replica, so that a hold ends and a
/// deposit claims it
/// with exactly one winner. A claimed hold lives as long as its deal.
@NullMarked
package org.anchang.inventory.hold;

import org.jspecify.annotations.NullMarked;
