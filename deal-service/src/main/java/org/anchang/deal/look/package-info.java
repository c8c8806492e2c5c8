/// Who has seen the data of a deal's buyers in full (CUS-6).
@NullMarked
package org.anchang.deal.look;

import org.jspecify.annotations.NullMarked;
