/// All that happened with one customer, whoever recorded it (CUS-9, decision 43).
@NullMarked
package org.anchang.customer.timeline;

import org.jspecify.annotations.NullMarked;
