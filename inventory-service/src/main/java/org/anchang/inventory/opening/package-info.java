/// The opening day of a release (开盘活动): the day itself and its queue tickets (排号) (INV-13).
///
/// A day goes by [OpeningDayMove] and a ticket by [TicketMove], and by nothing else; the database holds the same
/// tables. Whatever changes the order of the queue locks the day first, so that no ticket is called twice or passed
/// over. Names and phones are sealed, and masked in lists.
@NullMarked
package org.anchang.inventory.opening;

import org.jspecify.annotations.NullMarked;
