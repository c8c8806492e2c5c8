/// What the verbs of a deal demand before they act, each made in one place only: that a unit is held, claimed and
/// certified (`inventory`), that money stands in the ledger (`money`), that an order form is signed (`deposit`), that
/// all signatures on a change are there (`approval`). Nothing here knows anything else of this service.
package org.anchang.deal.evidence;
