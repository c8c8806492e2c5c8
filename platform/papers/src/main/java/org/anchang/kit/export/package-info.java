/// PAP-3: long lists as files: asked for, written by whichever replica is free, kept for a day, given to who asked.
@NullMarked
package org.anchang.kit.export;

import org.jspecify.annotations.NullMarked;
