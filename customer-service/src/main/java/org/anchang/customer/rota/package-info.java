/// Who stands at the front desk (吧台), by days and half-days, two at most (REC-8).
@NullMarked
package org.anchang.customer.rota;

import org.jspecify.annotations.NullMarked;
