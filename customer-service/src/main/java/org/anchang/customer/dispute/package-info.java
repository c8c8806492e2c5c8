/// Whose a customer is, to be decided (REC-6): a customer's own wish for another consultant, a dispute
/// between two, or a
/// household of several.
package org.anchang.customer.dispute;
