/// 换房: the same buyers, another unit (SWP-1 … SWP-4).
@NullMarked
package org.anchang.deal.swap;

import org.jspecify.annotations.NullMarked;
