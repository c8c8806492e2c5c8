/// 特惠: a price below the normal discount (DIS-1).
@NullMarked
package org.anchang.deal.discount;

import org.jspecify.annotations.NullMarked;
