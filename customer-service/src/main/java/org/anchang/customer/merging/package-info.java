/// Two records of one person become one, and nothing that was recorded under either is lost (CUS-3).
package org.anchang.customer.merging;
