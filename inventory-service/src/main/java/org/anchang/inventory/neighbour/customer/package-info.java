/// Whose customer somebody is, as customer-service tells (SEC-1, CUS-3): consultants act for customers of their own,
/// and what waits for a customer goes along with them.
@NullMarked
package org.anchang.inventory.neighbour.customer;

import org.jspecify.annotations.NullMarked;
