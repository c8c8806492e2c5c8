/// What is for sale (房源), by nouns, each with its parts as packages beneath it, the lowest first:
///
/// - `customer`: whose customer somebody is, as far as customer-service has told (SEC-1, CUS-3)
/// - `unit`: projects, buildings and their units; a unit's state, and what is attached to a home (INV-1, INV-3, INV-11)
/// - `catalogue`: a unit as it stands, to look it up; by views that show what all the others know of it
/// - `price`: price lists, adjustments, areas, layouts and floor prices (INV-2, INV-9, INV-10, INV-12)
/// - `sale`: certificates, releases, what is withheld (INV-6, INV-8, INV-14)
/// - `opening`: opening day with its tickets, draw and calls (INV-13)
/// - `hold`: who has a unit and until when, and who waits behind (INV-4, INV-5)
/// - `neighbour`: what customer- and deal-service tell, and what follows from it here
/// - `board`: the sales-control table (INV-7)
///
/// A noun knows those above it in this list, and none below. Where a lower one has to reach a higher one, it says what
/// happens and the other hears it (`PricesTakenBack`, `OfferedAgain`), or asks whoever answers (`RestsOnRelease`,
/// `Tickets.Use`, `WaitingLine.LiveHolds`, `PriceTurn.InSlices`). Each table is named by one package.
///
/// This package knows none of them: it has what the service refuses and what a project may set.
package org.anchang.inventory;
