/// What is to be done next with each customer and each deal, until when, and who is reminded (TRK-1, TRK-2, TRK-4).
package org.anchang.customer.overdue;
