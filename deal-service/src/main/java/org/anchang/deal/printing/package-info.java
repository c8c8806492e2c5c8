/// PAP-1: the papers of deals: each is a template under `papers/` and its content, read from what the features keep.
package org.anchang.deal.printing;
