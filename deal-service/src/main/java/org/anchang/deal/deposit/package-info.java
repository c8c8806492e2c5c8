/// Ticket, deposit and order form: how a unit is reserved for a customer (DEP-1 … DEP-6).
package org.anchang.deal.deposit;
