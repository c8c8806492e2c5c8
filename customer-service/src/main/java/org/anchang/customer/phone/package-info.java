/// Telephone numbers, and whose each one is (CUS-3).
@NullMarked
package org.anchang.customer.phone;

import org.jspecify.annotations.NullMarked;
