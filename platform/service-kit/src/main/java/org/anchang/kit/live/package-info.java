/// Streams that say that something has changed: an inbox, a board.
@NullMarked
package org.anchang.kit.live;

import org.jspecify.annotations.NullMarked;
