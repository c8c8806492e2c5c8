/// A superior voids the order form, and the deal with it (DEP-6).
@NullMarked
package org.anchang.deal.voiding;

import org.jspecify.annotations.NullMarked;
