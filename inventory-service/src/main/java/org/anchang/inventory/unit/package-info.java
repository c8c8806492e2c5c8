/// The units of a project (房源), and nothing of what is done with them: prices, releases and holds know the units,
/// the units know none of these.
///
/// A project has [Building]s, a building has units. A unit is in one [UnitState]; the moves from one to the next are
/// the table [UnitMove] and nothing else (INV-3), and every one goes through [Units#move]. Here are the tables
/// `project`, `building`, `unit` and `unit_history`. A unit's areas are no table of this package but of `price`: each
/// comes with a price list, and each price rests on one.
///
/// - others read units by the view `unit_standing`; what is shown of one, prices and holds with it, is the catalogue's
/// - others write single units by [Units], many at once by [Stock]
/// - `editing` puts up and puts right; `attachment` lets a parking space go with a home (INV-11)
package org.anchang.inventory.unit;
