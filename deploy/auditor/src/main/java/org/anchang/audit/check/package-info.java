/// What must hold, a class per promise.
@NullMarked
package org.anchang.audit.check;

import org.jspecify.annotations.NullMarked;
