/// How a service that is told to stop (SIGTERM) does so: in order, losing nothing, and in time (OPS-1).
@NullMarked
package org.anchang.kit.stop;

import org.jspecify.annotations.NullMarked;
