/// Numbered receipts (收据) and the book that they come from: issued, exchanged, voided, never lost (DEP-5).
@NullMarked
package org.anchang.deal.receipt;

import org.jspecify.annotations.NullMarked;
