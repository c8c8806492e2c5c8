/// What has to be done at a moment that nobody's command marks.
@NullMarked
package org.anchang.kit.sweep;

import org.jspecify.annotations.NullMarked;
