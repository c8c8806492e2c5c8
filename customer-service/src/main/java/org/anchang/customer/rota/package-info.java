/// Who stands at the front desk (吧台), by days and half-days, two at most (REC-8).
package org.anchang.customer.rota;
