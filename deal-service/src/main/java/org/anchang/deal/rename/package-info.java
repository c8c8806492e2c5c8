/// 更名: other buyers of the same unit (REN-1).
@NullMarked
package org.anchang.deal.rename;

import org.jspecify.annotations.NullMarked;
