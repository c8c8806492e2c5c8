package org.anchang.inventory;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service, in the order in which a command checks them.
public enum InventoryRefusal implements Refusal {
    PROJECT_EXISTS("INV-1", 409),
    PRICE_LIST_NOT_UNDERSTOOD("INV-2", 422),
    PRICE_LIST_HAS_BAD_ROWS("INV-2", 422),
    DRAFT_IS_NOT_READY("INV-2", 409),
    STOCK_HAS_CHANGED("INV-2", 409),
    ADJUSTMENT_NAMES_NO_UNITS("INV-2", 422),
    ADJUSTMENT_NOT_POSSIBLE("INV-2", 422),
    ADJUSTMENT_IS_NOT_OPEN("INV-2", 409),
    LATER_CHANGE_IS_PLANNED("INV-2", 409),
    LIST_PRICE_BELOW_FLOOR("INV-12", 422),
    CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS("INV-6", 422),
    RELEASE_NAMES_NO_UNITS("INV-14", 422),
    CERTIFICATES_INCOMPLETE("INV-6", 409),
    PERMIT_IS_NOT_THE_BUILDINGS("INV-6", 409),
    UNIT_IS_NOT_CLOSED("INV-3", 409),
    UNIT_NOT_AVAILABLE("INV-4", 409),
    UNIT_IS_ATTACHED("INV-11", 409),
    UNIT_IS_NOT_ATTACHED("INV-11", 409),
    CANNOT_BE_ATTACHED("INV-11", 422),
    ATTACHED_UNIT_NOT_AVAILABLE("INV-11", 409),
    UNIT_IS_NOT_WITHHELD("INV-14", 409),
    AREA_NOT_POSSIBLE("INV-10", 422),
    FLOOR_PRICE_ABOVE_LIST("INV-12", 422),
    HOLD_LIMIT_REACHED("INV-5", 409),
    HOLD_HAS_ENDED("INV-5", 409),
    HOLD_IS_CLAIMED("INV-4", 409),
    HOLD_WOULD_BE_TOO_LONG("INV-5", 422),
    CLAIM_TOO_LATE("INV-5", 409);

    private final String rule;
    private final int status;

    InventoryRefusal(String rule, int status) {
        this.rule = rule;
        this.status = status;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public int status() {
        return status;
    }
}
