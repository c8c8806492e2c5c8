/// The one clock of the office. Demonstrations and tests may set it; nobody else.
@NullMarked
package org.anchang.kit.clock;

import org.jspecify.annotations.NullMarked;
