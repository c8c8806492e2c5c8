/// Releases (开盘): units go on sale on a permit, at once or planned for a moment (INV-8). Each is a record: which units,
/// on which permit, by whom, when; and so are its opening, the correction of its permit and its withdrawal (INV-14).
///
/// - what forbids them: [ReleasePolicy], and of the buildings (INV-6) [Obstacle]
/// - the commands: [ReleasingUnits]; the records: [Releases], in the tables `release` and `release_unit`
/// - at its moment: [OpeningReleases] looks, [DueRelease] opens one; by [PuttingOnSale] its units move, at the prices
///   that count then
///
/// What is taken off sale again is `withholding`.
@NullMarked
package org.anchang.inventory.sale.release;

import org.jspecify.annotations.NullMarked;
