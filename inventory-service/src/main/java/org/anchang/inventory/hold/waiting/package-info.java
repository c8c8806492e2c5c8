/// Second places (候补): a customer waits for a unit that somebody else holds or is buying (INV-5).
///
/// A place in line is the right to be told first when the unit is free again, and no claim on it. Whoever frees
/// a unit tells the next in line in the same transaction, by [WaitingLine], so that each time it becomes free
/// exactly one has the turn, whatever crashes and however many replicas there are. A turn passes on by
/// [PassingTurns] when its head start is over unused, or when whoever has it leaves or lets it pass; without a
/// head start it passes by hand alone, as it does while an opening day keeps the unit. Each has it once until
/// somebody takes the unit. A place ends when its customer gets the unit, when the unit is filed, or by hand.
package org.anchang.inventory.hold.waiting;
