/// Second places (候补): a customer waits for a unit that somebody else holds or is buying (INV-5).
///
/// A place in line is the right to be told first when the unit is free again, and no claim on it. Whoever ends a hold
/// tells the next in line in the same transaction, by [WaitingLine], so that each time it becomes free exactly one has
/// the turn, whatever crashes and however many replicas there are. A turn that is over passes on by [PassingTurns]. The
/// places end with the filing of the unit.
@NullMarked
package org.anchang.inventory.hold.waiting;

import org.jspecify.annotations.NullMarked;
