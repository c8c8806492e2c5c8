/// Changes that need signatures: swap, refund, rename, special discount, layout change, and the void of an
/// order form.
///
/// Each is asked for on a form (a [ChangeRequest]), waits while approval-service collects the signatures, and is
/// carried out here on the event that they are all there, once; or given up with whatever was set aside for it.
@NullMarked
package org.anchang.deal.change;

import org.jspecify.annotations.NullMarked;
