/// 特惠: a price below the normal discount (DIS-1).
package org.anchang.deal.discount;
