/// Customers who do not buy (未成交客户): given up by application, and what kept them (TRK-3, TRK-6).
package org.anchang.customer.loss;
