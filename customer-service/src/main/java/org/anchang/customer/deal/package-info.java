/// What becomes of a customer by their deals, as deal-service tells it (CUS-2, RFD-3).
@NullMarked
package org.anchang.customer.deal;

import org.jspecify.annotations.NullMarked;
