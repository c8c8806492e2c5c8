/// The pools of a project (公海 and those with names of their own): which customers fall into each, and on what terms
/// they are taken out of it (TRK-5): [PoolRule], [ClaimTerms].
package org.anchang.customer.pool;
