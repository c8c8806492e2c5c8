package org.anchang.deal.inventory;

/// inventory-service did not answer, or not with an answer.
class InventoryAway extends RuntimeException {
    InventoryAway() {
        super("inventory-service does not answer", null, false, false);
    }
}
