/// Site tours, receptions and owners' evenings (参观与活动): who is invited, comes, came, and whom they brought (CAR-4).
package org.anchang.customer.care.gathering;
