/// How a service that is told to stop (SIGTERM) does so: in order, losing nothing, and in time (OPS-1).
package org.anchang.kit.stop;
