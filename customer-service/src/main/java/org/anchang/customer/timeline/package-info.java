/// All that happened with one customer, whoever recorded it (CUS-9, decision 43).
package org.anchang.customer.timeline;
