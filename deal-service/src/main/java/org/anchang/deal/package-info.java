/// A deal: one buyer's way to one home, from the numbered ticket (排号) over deposit (小定, 大定), order form (定单)
/// and contract (签约) to the filing (备案) after which the home is finally sold; or to one of the ends (void, refund,
/// swap, lapse). This package holds the deal itself, the table of its moves and what its verbs demand as evidence.
/// It knows none of the features beside it: `money ← deposit ← contract ← {mortgage, filing}`,
/// `change → {deposit, contract, money}`, and `inventory`, the neighbour that is asked for units.
@NullMarked
package org.anchang.deal;

import org.jspecify.annotations.NullMarked;
