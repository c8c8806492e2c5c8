/// Whose each phone is, by project (CUS-3).
@NullMarked
package org.anchang.customer.phone;

import org.jspecify.annotations.NullMarked;
