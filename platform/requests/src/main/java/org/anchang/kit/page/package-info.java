/// Lists that have a bound and go on by a cursor, and edits that are not lost.
@NullMarked
package org.anchang.kit.page;

import org.jspecify.annotations.NullMarked;
