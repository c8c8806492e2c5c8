/// Customers who are one family (家庭): linked with how they are related, shown together, and whose they are
/// when one of
/// them signs (REC-4, REC-9).
package org.anchang.customer.household;
