/// Telephone numbers: the same number is the same text, however it is written or dialled (CUS-3).
@NullMarked
package org.anchang.kit.phone;

import org.jspecify.annotations.NullMarked;
