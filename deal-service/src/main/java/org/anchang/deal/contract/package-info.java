/// 签约: the sale contract, its payment scheme and what it makes fall due (CON-1 … CON-3).
package org.anchang.deal.contract;
