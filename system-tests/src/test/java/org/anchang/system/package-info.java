/// The platform from outside: all services started as `deploy/up` starts them, driven only through REST and Kafka.
package org.anchang.system;
