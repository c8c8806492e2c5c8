/// Complaints and suggestions (投诉和建议): cases with an owner, a due date, an answer and the customer's satisfaction
/// (CAR-2).
package org.anchang.customer.care.complaint;
