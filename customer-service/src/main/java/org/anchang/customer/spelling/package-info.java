/// How names are read aloud (CUS-2, CUS-9).
@NullMarked
package org.anchang.customer.spelling;

import org.jspecify.annotations.NullMarked;
