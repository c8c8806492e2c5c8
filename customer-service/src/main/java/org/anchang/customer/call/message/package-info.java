/// What a caller left for somebody who was not there (TEL-2).
package org.anchang.customer.call.message;
