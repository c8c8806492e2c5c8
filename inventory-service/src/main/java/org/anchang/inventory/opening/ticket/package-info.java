/// Ticket holders (排号客户): the list of an opening day's tickets, and who checks in (INV-13).
package org.anchang.inventory.opening.ticket;
