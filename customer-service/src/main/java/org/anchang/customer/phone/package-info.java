/// Whose each phone is, by project (CUS-3).
package org.anchang.customer.phone;
