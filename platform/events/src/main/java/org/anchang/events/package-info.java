/// The published language of the five services: what happened, in the words of the sales office.
///
/// One sealed interface per topic; its records are grouped by what a reader needs (`DealEvent.Money` for finance,
/// `DealEvent.Stage` for the sales-control table). A reader names the groups: a new record touches whoever needs it.
/// Amounts are CNY with two decimals, areas m² with two decimals; both are decimal strings in JSON. Instants are UTC,
/// dates are those of Asia/Shanghai. No event carries a name, a telephone number or an identity number.
package org.anchang.events;
