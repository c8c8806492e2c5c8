/// inventory-service as this service asks it: holds, claims and certificates (DEP-1, INV-4 … INV-6).
package org.anchang.deal.inventory;
