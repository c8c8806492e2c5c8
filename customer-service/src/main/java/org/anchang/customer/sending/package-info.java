/// Messages to customers (短信): the one port through which they go out, once, to whom wants them, and not at night
/// (CAR-7); by which carrier, the environment says.
package org.anchang.customer.sending;
