/// What customer-service tells of whose customer somebody is (SEC-1, CUS-3): what waits for a customer goes along with
/// them.
package org.anchang.inventory.neighbour.customer;
