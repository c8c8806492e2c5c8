/// What waits for somebody today, in one request.
@NullMarked
package org.anchang.customer.day;

import org.jspecify.annotations.NullMarked;
