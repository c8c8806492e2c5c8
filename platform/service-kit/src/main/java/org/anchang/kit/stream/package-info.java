/// Streams of hints: something that many screens look at has changed, read it again.
@NullMarked
package org.anchang.kit.stream;

import org.jspecify.annotations.NullMarked;
