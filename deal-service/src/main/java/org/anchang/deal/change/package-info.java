/// What all changes that need signatures have alike; each of them is a package of its own: `swap`, `refund`, `rename`,
/// `discount`, `layout`, and `voiding` of an order form.
///
/// Each is asked for on a form (a [ChangeRequest]), waits while approval-service collects the signatures, and is
/// carried out, once, in the transaction in which the event that they are all there is read (`approval`); or it is
/// given up with whatever was set aside for it. Meanwhile nothing else of consequence is done to the deal.
///
/// Where a swap, a discount or a rename replaces the order form, the new one is drawn up with the figures that were
/// approved and waits for its three signatures; no contract is signed before (DEP-3, CON-2).
package org.anchang.deal.change;
