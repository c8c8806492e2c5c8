package org.anchang.inventory;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service, in the order in which a command checks them; those that forbid a hold alone stand in
/// `hold.HoldPolicy`, those of a release in `sale.release.ReleasePolicy`.
public enum InventoryRefusal implements Refusal {
    PROJECT_EXISTS("INV-1", 409),
    BUILDING_EXISTS("INV-1", 409),
    CORRECTION_CHANGES_NOTHING("INV-1", 422),
    UNIT_IS_SOLD("INV-9", 409),
    PRICE_LIST_NOT_UNDERSTOOD("INV-2", 422),
    DRAFT_IS_NOT_READY("INV-2", 409),
    ADJUSTMENT_NOT_POSSIBLE("INV-2", 422),
    ADJUSTMENT_IS_NOT_OPEN("INV-2", 409),
    ADJUSTMENT_NAMES_NO_UNITS("INV-2", 422),
    FLOOR_PRICES_ARE_NOT_YOURS("INV-12", 403),
    PRICE_LIST_HAS_BAD_ROWS("INV-2", 422),
    STOCK_HAS_CHANGED("INV-2", 409),
    LATER_CHANGE_IS_PLANNED("INV-2", 409),
    LIST_PRICE_BELOW_FLOOR("INV-12", 422),
    FLOOR_PRICE_ABOVE_LIST("INV-12", 422),
    FLOOR_PRICE_MAY_ONLY_RISE("INV-12", 403),
    PRICE_CUT_TOO_DEEP("INV-12", 403),
    MEASURED_LATER_THAN_TODAY("INV-10", 422),
    AREA_NOT_POSSIBLE("INV-10", 422),
    CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS("INV-6", 422),
    CERTIFICATE_IS_REVOKED("INV-6", 409),
    OPENING_DAY_EXISTS("INV-13", 409),
    OPENING_DAY_MOVE_NOT_POSSIBLE("INV-13", 409),
    OPENING_DAY_IS_NOT_RUNNING("INV-13", 409),
    RELEASE_IS_NOT_OPEN("INV-13", 409),
    NOBODY_HAS_CHECKED_IN("INV-13", 409),
    NOBODY_IS_WAITING("INV-13", 409),
    SEED_IS_TOO_SHORT("INV-13", 422),
    SEED_IS_NOT_THE_PUBLISHED_ONE("INV-13", 422),
    TICKET_LIST_NOT_UNDERSTOOD("INV-13", 422),
    TICKET_LIST_HAS_BAD_ROWS("INV-13", 422),
    NOTARY_ORDER_HAS_BAD_ROWS("INV-13", 422),
    UNIT_NOT_AVAILABLE("INV-4", 409),
    CUSTOMER_IS_NOT_YOURS("SEC-1", 404),
    TICKET_MOVE_NOT_POSSIBLE("INV-13", 409),
    TICKET_HAS_A_CUSTOMER("INV-13", 409),
    TICKET_WAS_USED("INV-13", 409),
    NOTHING_TO_WAIT_FOR("INV-5", 409),
    CANNOT_BE_ATTACHED("INV-11", 422),
    UNIT_IS_ATTACHED("INV-11", 409),
    UNIT_IS_NOT_ATTACHED("INV-11", 409),
    CLAIM_IS_NOT_PROVED("INV-5", 403),
    CERTIFICATES_INCOMPLETE("INV-6", 409),
    PERMIT_IS_NOT_THE_BUILDINGS("INV-6", 409),
    HOLD_HAS_ENDED("INV-5", 409),
    HOLD_IS_CLAIMED("INV-4", 409),
    HOLD_WOULD_BE_TOO_LONG("INV-5", 422),
    HOLD_IS_PAUSED("INV-5", 409),
    HOLD_IS_NOT_PAUSED("INV-5", 409),
    PAUSE_IS_USED_UP("INV-5", 409),
    CLAIM_TOO_LATE("INV-5", 409),
    CUSTOMER_HAS_THE_UNIT("INV-5", 409),
    CUSTOMER_WAITS_ALREADY("INV-5", 409),
    WAITING_LIMIT_REACHED("INV-5", 409),
    PLACE_HAS_ENDED("INV-5", 409),
    PLACE_DOES_NOT_HAVE_THE_TURN("INV-5", 409),
    SCREEN_LIMIT_REACHED("INV-7", 429);

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
