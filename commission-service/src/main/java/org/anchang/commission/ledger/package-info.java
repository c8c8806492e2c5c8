/// COM-4: the ledger that is only added to, the commissions as people read them, and the monthly statement.
package org.anchang.commission.ledger;
