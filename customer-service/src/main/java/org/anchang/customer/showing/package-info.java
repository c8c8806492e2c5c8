/// Customers as people read them: what each caller may see, and what they can do next (SEC-1, CUS-6).
package org.anchang.customer.showing;
