/// Work that takes longer than a command usually may.
@NullMarked
package org.anchang.kit.work;

import org.jspecify.annotations.NullMarked;
