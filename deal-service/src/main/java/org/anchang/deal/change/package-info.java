/// Changes that need signatures: swap, refund, rename, special discount, layout change, and the void of an
/// order form.
///
/// Each is asked for on a form (a [ChangeRequest]), waits while approval-service collects the signatures, and is
/// carried out here, once, in the transaction in which the event that they are all there is read; or it is given up
/// with whatever was set aside for it. Meanwhile nothing else of consequence is done to the deal.
///
/// Where a swap, a discount or a rename replaces the order form, the new one is drawn up with the figures that were
/// approved and waits for its three signatures; no contract is signed before (DEP-3, CON-2).
@NullMarked
package org.anchang.deal.change;

import org.jspecify.annotations.NullMarked;
