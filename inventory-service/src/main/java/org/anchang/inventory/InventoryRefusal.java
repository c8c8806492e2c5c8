package org.anchang.inventory;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service, in the order in which a command checks them.
public enum InventoryRefusal implements Refusal {
    PROJECT_EXISTS("INV-1", 409),
    PRICE_LIST_NOT_UNDERSTOOD("INV-2", 422),
    PRICE_LIST_HAS_BAD_ROWS("INV-2", 422),
    CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS("INV-6", 422),
    RELEASE_NAMES_NO_UNITS("INV-14", 422),
    RELEASE_MOMENT_HAS_PASSED("INV-8", 422),
    RELEASE_IS_NOT_PLANNED("INV-14", 409),
    RELEASE_HAS_OPENING_DAY("INV-13", 409),
    CERTIFICATES_INCOMPLETE("INV-6", 409),
    PERMIT_IS_NOT_THE_BUILDINGS("INV-6", 409),
    UNIT_IS_NOT_CLOSED("INV-3", 409),
    UNIT_IS_IN_ANOTHER_RELEASE("INV-8", 409),
    OPENING_DAY_EXISTS("INV-13", 409),
    OPENING_DAY_MOVE_NOT_POSSIBLE("INV-13", 409),
    OPENING_DAY_IS_NOT_RUNNING("INV-13", 409),
    NOBODY_HAS_CHECKED_IN("INV-13", 409),
    SEED_IS_NOT_THE_PUBLISHED_ONE("INV-13", 422),
    TICKET_LIST_NOT_UNDERSTOOD("INV-13", 422),
    TICKET_LIST_HAS_BAD_ROWS("INV-13", 422),
    NOTARY_ORDER_HAS_BAD_ROWS("INV-13", 422),
    TICKET_MOVE_NOT_POSSIBLE("INV-13", 409),
    TICKET_HAS_A_CUSTOMER("INV-13", 409),
    NOBODY_IS_WAITING("INV-13", 409),
    UNIT_NOT_AVAILABLE("INV-4", 409),
    TICKET_NEEDED("INV-13", 409),
    TICKET_IS_NOT_PRESENT("INV-13", 409),
    TICKET_IS_ANOTHERS("INV-13", 409),
    TICKET_QUOTA_REACHED("INV-13", 409),
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
