/// 定单 (DEP-3): drawn up within the limits of prices (INV-12), signed by three, and never altered after that.
package org.anchang.deal.deposit.orderform;
