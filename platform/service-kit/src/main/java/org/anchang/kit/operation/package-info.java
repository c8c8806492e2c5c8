/// What operators of a service see and do at its own address: parked events, timings of commands.
@NullMarked
package org.anchang.kit.operation;

import org.jspecify.annotations.NullMarked;
