/// Visits, and who is out meanwhile (接待; REC-2, REC-3). Who receives by the queue is decided in `duty.turn`.
@NullMarked
package org.anchang.customer.reception;

import org.jspecify.annotations.NullMarked;
