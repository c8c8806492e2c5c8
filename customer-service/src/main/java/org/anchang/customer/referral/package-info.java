/// Who brought whom (老带新): the chain up and down, and the key persons through whom many came (REF-1); what they are
/// owed for it (REF-3), and whom to bring together (REF-2).
@NullMarked
package org.anchang.customer.referral;

import org.jspecify.annotations.NullMarked;
