/// 退房: the deal is given up, and what is owed back is paid out (RFD-1, RFD-2).
package org.anchang.deal.refund;
