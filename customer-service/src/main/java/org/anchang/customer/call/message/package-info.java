/// What a caller left for somebody who was not there (TEL-2).
@NullMarked
package org.anchang.customer.call.message;

import org.jspecify.annotations.NullMarked;
