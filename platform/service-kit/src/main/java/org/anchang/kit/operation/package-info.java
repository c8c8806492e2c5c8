/// What operators of a service see and do at its own address: parked events, timings of commands.
package org.anchang.kit.operation;
