/// Who is known to the sales office, and whose customer it is (客户).
///
/// A [Customer] is one phone number in one project (CUS-3), known by a number (CUS-2) and owned by one consultant.
/// The owner comes from who received first or who brought the customer (REC-2, REC-5) and moves only by a decision
/// that is kept (REC-6). A visit says who received, whose customer it is and why the two differ (REC-3).
package org.anchang.customer;
