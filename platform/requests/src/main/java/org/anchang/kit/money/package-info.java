/// An amount in CNY with two decimals, never rounded in silence.
@NullMarked
package org.anchang.kit.money;

import org.jspecify.annotations.NullMarked;
