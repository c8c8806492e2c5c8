/// Releases (开盘): units go on sale on a permit, at once or planned for a moment (INV-8). Each is a record: which units,
/// on which permit, by whom, when; and so are its opening, the correction of its permit and its withdrawal (INV-14).
///
/// - what forbids them: [ReleasePolicy], and of the buildings (INV-6) [Obstacle]
/// - the commands: [ReleasingUnits]; the records: [Releases], in the tables `release` and `release_unit`
/// - at its moment: [OpeningReleases] looks, [DueRelease] opens one; by [PuttingOnSale] its units move, at the prices
///   that count then, whatever is planned for the moment or before
///
/// The replica that locks a release moves its units ahead, unseen, and waits with the commit for the moment (10,000
/// units: 5 ms late). It gives way to whoever opens or withdraws it by hand within a tenth of a second, two seconds
/// where it is just moving units. If it dies the next look takes over, a second later; after an outage what was missed
/// opens at once. Where certificates or permit are not valid at the moment the release is `BLOCKED` until it is opened
/// by hand. A wrong permit is corrected, so that the opening day stays.
///
/// What is taken off sale again is `withholding`, whose conditions stand in [ReleasePolicy] too.
package org.anchang.inventory.sale.release;
