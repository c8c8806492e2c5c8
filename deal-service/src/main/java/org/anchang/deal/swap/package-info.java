/// 换房: the same buyers, another unit (SWP-1 … SWP-4).
package org.anchang.deal.swap;
