/// The bank's part of the price: documents, approval, disbursement, and the loan calculator (CON-3, CON-4).
package org.anchang.deal.mortgage;
