/// Who works where, as customer-service tells it, and who signs in the place of somebody who has left (TRK-7).
package org.anchang.approval.staff;
