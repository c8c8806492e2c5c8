/// Visits, and who is out meanwhile (接待; REC-2, REC-3). Who receives by the queue is decided in `duty.turn`.
package org.anchang.customer.reception;
