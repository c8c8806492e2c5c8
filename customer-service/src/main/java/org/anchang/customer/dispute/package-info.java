/// Whose a customer is, to be decided (REC-6): a customer's own wish for another consultant, a dispute
/// between two, or a
/// household of several.
@NullMarked
package org.anchang.customer.dispute;

import org.jspecify.annotations.NullMarked;
