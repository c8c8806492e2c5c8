/// The platform from outside: all services started as `deploy/up` starts them, driven only through REST and Kafka.
@NullMarked
package org.anchang.system;

import org.jspecify.annotations.NullMarked;
