/// Receipts, the double-entry ledger, what is due and what was collected (DEP-5, COL-1, FIN-2).
@NullMarked
package org.anchang.deal.money;

import org.jspecify.annotations.NullMarked;
