/// Who brought whom (老带新): the chain up and down, and the key persons through whom many came (REF-1); what they are
/// owed for it (REF-3), and whom to bring together (REF-2).
package org.anchang.customer.referral;
