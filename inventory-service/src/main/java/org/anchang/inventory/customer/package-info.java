/// Whose customer somebody is, and which record stands for a person, as far as customer-service has told (SEC-1,
/// CUS-3). Consultants check in, hold and wait for customers of their own. What is heard is written by `neighbour`.
package org.anchang.inventory.customer;
