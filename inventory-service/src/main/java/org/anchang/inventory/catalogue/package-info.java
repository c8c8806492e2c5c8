/// The catalogue (房源档案): projects and every unit as it stands, with price and hold, to look things up; and what the
/// office does to a single unit: corrects it, or lets it go with a home.
///
/// It reads by views of its own, `unit_listing` and `unit_history_listing`, and knows none of those whose doings they
/// show; whatever answers with a unit, shows it by [ShowingUnits]. The history is one list of all that happened to a
/// unit; a consultant sees own holds and deals in it, and how the unit itself changed ([Onlooker]).
package org.anchang.inventory.catalogue;
