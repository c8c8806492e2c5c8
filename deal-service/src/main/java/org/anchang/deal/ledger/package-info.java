/// The double-entry ledger, and the project's money as finance reads it (FIN-1, FIN-2).
package org.anchang.deal.ledger;
