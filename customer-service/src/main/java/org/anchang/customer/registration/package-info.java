/// A contact becomes a customer record, once, under a number of its own (CUS-1 … CUS-3, REC-5).
@NullMarked
package org.anchang.customer.registration;

import org.jspecify.annotations.NullMarked;
