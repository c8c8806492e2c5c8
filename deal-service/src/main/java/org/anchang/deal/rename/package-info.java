/// 更名: other buyers of the same unit (REN-1).
package org.anchang.deal.rename;
