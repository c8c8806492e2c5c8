/// Answers that are read as of one moment.
@NullMarked
package org.anchang.kit.snapshot;

import org.jspecify.annotations.NullMarked;
