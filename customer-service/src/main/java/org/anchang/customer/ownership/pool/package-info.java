/// The public pool (公海): customers who are nobody's, until a consultant takes them (TRK-5, decision 36).
package org.anchang.customer.ownership.pool;
