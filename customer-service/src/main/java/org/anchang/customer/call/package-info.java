/// Calls (来电): what was asked and for how long, the ones nobody took, and how a call becomes a customer (TEL-1).
package org.anchang.customer.call;
