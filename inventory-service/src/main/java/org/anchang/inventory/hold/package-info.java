/// Holds (占用): a consultant has a unit for some minutes, and nobody else has it (INV-4, INV-5).
///
/// - Whoever locks the unit's row first gets it; everybody else hears "no" at once and waits for nobody:
///   UNIT_NOT_AVAILABLE, or CONFLICT_TRY_AGAIN where new prices or a correction have the row for a moment
/// - [HoldingUnits] locks, reads what decides as [Standing], asks [HoldPolicy], which needs no database, and writes
/// - timers run on the clock of the database, one and the same for every replica, so that a hold ends and a deposit
///   claims it with exactly one winner; a claimed hold lives as long as its deal. A claim, an extension, a pause and an
///   end lock the row, and [LockedHold] says what they find
/// - a pause moves the end ahead by all that is left of the pauses, going on takes the rest back: a pause ends
///   by itself (decision 12). One begins when a deal is opened on the hold, once
/// - what is attached to a home goes along, all of it or no hold comes about (INV-11)
/// - while its opening day is on, a unit is held with a ticket of that day; each live hold takes a slot of its quota,
///   which counts in place of the customer's limit (INV-13)
/// - the floor price goes to deal-service sealed, so that it can check a price in the name of a consultant (INV-12)
package org.anchang.inventory.hold;
