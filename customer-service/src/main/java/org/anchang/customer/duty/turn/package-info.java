/// Who receives (REC-1 … REC-3, REC-5, REC-9): the [Queue] as its events have left it, and [TurnPolicy] that says from
/// it whose turn it is. Nothing is read or written here.
package org.anchang.customer.duty.turn;
