/// PAP-1: the papers of deals: each is a template under `papers/` and its content, read from what the features keep.
@NullMarked
package org.anchang.deal.printing;

import org.jspecify.annotations.NullMarked;
