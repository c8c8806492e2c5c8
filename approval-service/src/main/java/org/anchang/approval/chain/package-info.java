/// APR-1: who signs which form, in which order. Chains are data: per project, in versions; a project that has
/// written
/// none signs in the order of the printed forms.
package org.anchang.approval.chain;
