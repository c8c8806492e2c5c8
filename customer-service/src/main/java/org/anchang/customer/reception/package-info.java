/// Visitors, and who receives them while their consultant is out (接待; REC-2, REC-3).
@NullMarked
package org.anchang.customer.reception;

import org.jspecify.annotations.NullMarked;
