/// By what customers heard of the project: the nine sources of the printed form and the office's own (CUS-1).
@NullMarked
package org.anchang.customer.source;

import org.jspecify.annotations.NullMarked;
