/// CUS-6: each look at personal data in full leaves a line.
@NullMarked
package org.anchang.kit.look;

import org.jspecify.annotations.NullMarked;
