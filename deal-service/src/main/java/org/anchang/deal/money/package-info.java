/// The buyers' money from the till to the price or back to them: each move is one balanced entry in the ledger, and
/// gives the evidence that the deal's verbs demand (DEP-5, CON-2, RFD-2).
package org.anchang.deal.money;
