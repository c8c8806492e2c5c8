/// A contact becomes a customer record, once, under a number of its own (CUS-1 … CUS-3, REC-5).
package org.anchang.customer.registration;
