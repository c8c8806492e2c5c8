/// A deal: one buyer's way to one home, from the numbered ticket (排号) over deposit (小定, 大定), order form (定单)
/// and contract (签约) to the filing (备案) after which the home is finally sold; or to one of the ends (void, refund,
/// swap, lapse). This package holds the deal itself and the table of its moves. It knows the `evidence` that its verbs
/// demand, and none of the features beside it:
///
/// ```
/// ledger ← receipt ← money ← payment ← contract, mortgage, refund
/// answer, inventory, money ← deposit ← contract ← filing, mortgage ← refund
/// deposit ← change ← swap, refund, rename, discount, layout, voiding ← neighbour
/// ```
package org.anchang.deal;
