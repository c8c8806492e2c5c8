/// Streams that say that something has changed: an inbox, a board.
package org.anchang.kit.live;
