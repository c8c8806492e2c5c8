/// A customer changes hands by a decision with a reason (REC-6, TRK-2).
package org.anchang.customer.ownership;
