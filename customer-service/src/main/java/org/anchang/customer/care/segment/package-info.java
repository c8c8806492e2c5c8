/// Which customers are meant (客户筛选): chosen one by one, or by what they have in common (CAR-3, CAR-4, CAR-5).
package org.anchang.customer.care.segment;
