/// What falls due when, the payments that come in on it, and what is overdue (COL-1, COL-2).
@NullMarked
package org.anchang.deal.payment;

import org.jspecify.annotations.NullMarked;
