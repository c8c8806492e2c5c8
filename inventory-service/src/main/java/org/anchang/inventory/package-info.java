/// What is for sale (房源).
///
/// A [Project] has [Building]s, a building has [Unit]s. A unit is in one [UnitState]; the moves from one to the
/// next are the table [UnitMove] and nothing else (INV-3). Whoever sells a unit has its hold, of which there is
/// never more than
/// one at a time: the database sees to that (INV-4). Everything that is read about a unit comes from the view
/// `unit_listing`; everything that is written about its state goes through [Units#move].
@NullMarked
package org.anchang.inventory;

import org.jspecify.annotations.NullMarked;
