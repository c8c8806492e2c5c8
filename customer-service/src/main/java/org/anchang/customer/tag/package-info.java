/// The words by which a project marks its customers, and which customers they mark (CUS-9).
@NullMarked
package org.anchang.customer.tag;

import org.jspecify.annotations.NullMarked;
