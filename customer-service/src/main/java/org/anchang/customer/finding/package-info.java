/// Finds customers by what people remember of them, while names and phones stay sealed (CUS-9).
@NullMarked
package org.anchang.customer.finding;

import org.jspecify.annotations.NullMarked;
