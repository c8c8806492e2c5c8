/// Ticket, deposit and order form: how a unit is reserved for a customer (DEP-1 … DEP-6).
@NullMarked
package org.anchang.deal.deposit;

import org.jspecify.annotations.NullMarked;
