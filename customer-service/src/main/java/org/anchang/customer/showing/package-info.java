/// Customers as people read them: what each caller may see, and what they can do next (SEC-1, CUS-6).
@NullMarked
package org.anchang.customer.showing;

import org.jspecify.annotations.NullMarked;
