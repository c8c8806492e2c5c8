/// What was said with a customer and what comes next (客户追踪; TRK-1, RFD-3).
package org.anchang.customer.tracking;
