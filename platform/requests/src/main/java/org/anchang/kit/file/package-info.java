/// Files that people send in.
@NullMarked
package org.anchang.kit.file;

import org.jspecify.annotations.NullMarked;
