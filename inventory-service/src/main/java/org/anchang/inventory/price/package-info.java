/// Prices (价格) of units, however they are made: the tables `unit_price` and `unit_area`, which are only ever added to
/// (INV-2, INV-10). Each price rests on an area, and a list brings both, so that they are written in one place.
///
/// - `list`: units and prices from a table that people keep in a spreadsheet
/// - `adjustment`: a rule over a selection of units, at once or planned
/// - `valuation`: areas, floor prices, approved layouts
///
/// They change the prices of a project one after the other ([PriceTurn]), put them on record by [NewPrices], and lower
/// none that is not theirs to lower ([LoweringPrices], INV-12). They read them by the views `counting_price`,
/// `price_on_record` and `area_on_record`; a discount's own limit is deal-service's `PriceLimits`.
package org.anchang.inventory.price;
