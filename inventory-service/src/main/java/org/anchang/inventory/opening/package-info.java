/// The opening day of a release (开盘活动): the day itself and its queue tickets (排号) (INV-13).
///
/// - A day goes by [OpeningDayMove] and a ticket by [TicketMove], and by nothing else; the database holds the same
///   tables. Whatever changes the order of the queue locks the day first, so that no ticket is called twice or passed
///   over ([TicketQueue])
/// - from its plan to its end the units of its release are held with a ticket alone: one that is called and
///   present, for its own customer, up to the quota; the settings for calls become the rules of the day as it
///   starts
/// - the hash of the seed is published with the plan, the seed with the draw; a notary's has 32 characters at least
/// - while no replica is there nobody can appear, and nobody is absent: the time is given back
/// - names and phones are sealed, and masked in lists
package org.anchang.inventory.opening;
