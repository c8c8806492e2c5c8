/// The units of a project (房源).
///
/// A project has [Building]s, a building has [Unit]s. A unit is in one [UnitState]; the moves from one to the next are
/// the table [UnitMove] and nothing else (INV-3). Everything that is read about a unit comes from the view
/// `unit_listing`; everything that is written about its state goes through [Units#move].
@NullMarked
package org.anchang.inventory.unit;

import org.jspecify.annotations.NullMarked;
