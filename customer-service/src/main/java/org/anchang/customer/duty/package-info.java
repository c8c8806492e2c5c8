/// The day at the front desk (接待轮次; REC-1 … REC-3, REC-5, REC-7, REC-9, REC-10).
///
/// All that moves the queue is a row of `duty_event`, and the queue is what these rows say (`turn.Queue`): a
/// restart loses nothing, and any day can be replayed. Who receives is decided by `turn.TurnPolicy` alone, from the
/// queue, the visitor and who is out. Whoever moves a turn holds the row of the project's day, so two desks never
/// reach the same consultant.
package org.anchang.customer.duty;
