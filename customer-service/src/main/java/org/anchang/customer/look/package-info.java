/// Who has seen a customer's data in full (CUS-6).
@NullMarked
package org.anchang.customer.look;

import org.jspecify.annotations.NullMarked;
