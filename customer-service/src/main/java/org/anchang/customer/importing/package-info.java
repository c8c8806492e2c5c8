/// Customers, follow-ups and visits of an older system (导入): a file is read and shown, then taken over in slices that
/// go on where they broke off (CUS-8, decision 40).
package org.anchang.customer.importing;
