/// What waits for somebody today, in one request: of customers from this service's own tables, what other services have
/// from them ([decision 58](../../../../../../../../docs/decisions/0058-the-day-asks-its-neighbours.md)).
package org.anchang.customer.day;
