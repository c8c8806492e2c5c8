/// What is for sale (房源), by nouns, each with its parts as packages beneath it:
///
/// - `unit`: projects, buildings and their units; a unit's state, and what is attached to a home (INV-1, INV-3, INV-11)
/// - `price`: price lists, adjustments, areas and floor prices (INV-2, INV-10, INV-12)
/// - `sale`: certificates, releases, what is withheld (INV-6, INV-8, INV-14)
/// - `opening`: opening day with its tickets, draw and calls (INV-13)
/// - `hold`: who has a unit and until when, and who waits behind (INV-4, INV-5)
/// - `catalogue`, `board`: what is shown of all that, the sales-control table among it (INV-7)
/// - `neighbour`: what customer- and deal-service tell, and what follows from it here
/// - `sheet`: rows of CSV files and workbooks
///
/// This package knows none of them: it has what the service refuses and what a project may set.
@NullMarked
package org.anchang.inventory;

import org.jspecify.annotations.NullMarked;
