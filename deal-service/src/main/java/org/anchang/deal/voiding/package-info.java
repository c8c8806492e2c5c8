/// A superior voids the order form, and the deal with it (DEP-6).
package org.anchang.deal.voiding;
