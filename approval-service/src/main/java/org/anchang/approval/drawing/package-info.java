/// APR-4: how people sign: the signature that each draws once, sealed, and shown only on papers of what
/// they signed.
package org.anchang.approval.drawing;
