/// What falls due when, the payments that come in on it, and what is overdue (COL-1, COL-2).
package org.anchang.deal.payment;
