/// What becomes of a customer by their deals, as deal-service tells it (CUS-2, RFD-3).
package org.anchang.customer.deal;
