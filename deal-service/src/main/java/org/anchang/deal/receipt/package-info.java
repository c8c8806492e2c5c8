/// Numbered receipts (收据) and the book that they come from: issued, exchanged, voided, never lost (DEP-5).
package org.anchang.deal.receipt;
