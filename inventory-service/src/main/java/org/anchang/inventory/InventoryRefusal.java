package org.anchang.inventory;

import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Rule;

/// Every "no" of this service, in the order in which a command checks them; those that forbid a hold alone stand in
/// `hold.HoldPolicy`, those of a release in `sale.release.ReleasePolicy`.
public enum InventoryRefusal implements Refusal {
    PROJECT_EXISTS(Rule.INV_1, 409),
    BUILDING_EXISTS(Rule.INV_1, 409),
    CORRECTION_CHANGES_NOTHING(Rule.INV_1, 422),
    UNIT_IS_SOLD(Rule.INV_9, 409),
    PRICE_LIST_NOT_UNDERSTOOD(Rule.INV_2, 422),
    DRAFT_IS_NOT_READY(Rule.INV_2, 409),
    ADJUSTMENT_NOT_POSSIBLE(Rule.INV_2, 422),
    ADJUSTMENT_IS_NOT_OPEN(Rule.INV_2, 409),
    ADJUSTMENT_NAMES_NO_UNITS(Rule.INV_2, 422),
    FLOOR_PRICES_ARE_NOT_YOURS(Rule.INV_12, 403),
    PRICE_LIST_HAS_BAD_ROWS(Rule.INV_2, 422),
    STOCK_HAS_CHANGED(Rule.INV_2, 409),
    LATER_CHANGE_IS_PLANNED(Rule.INV_2, 409),
    LIST_PRICE_BELOW_FLOOR(Rule.INV_12, 422),
    FLOOR_PRICE_ABOVE_LIST(Rule.INV_12, 422),
    FLOOR_PRICE_MAY_ONLY_RISE(Rule.INV_12, 403),
    PRICE_CUT_TOO_DEEP(Rule.INV_12, 403),
    MEASURED_LATER_THAN_TODAY(Rule.INV_10, 422),
    AREA_NOT_POSSIBLE(Rule.INV_10, 422),
    CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS(Rule.INV_6, 422),
    CERTIFICATE_IS_REVOKED(Rule.INV_6, 409),
    OPENING_DAY_EXISTS(Rule.INV_13, 409),
    OPENING_DAY_MOVE_NOT_POSSIBLE(Rule.INV_13, 409),
    OPENING_DAY_IS_NOT_RUNNING(Rule.INV_13, 409),
    RELEASE_IS_NOT_OPEN(Rule.INV_13, 409),
    NOBODY_HAS_CHECKED_IN(Rule.INV_13, 409),
    NOBODY_IS_WAITING(Rule.INV_13, 409),
    SEED_IS_TOO_SHORT(Rule.INV_13, 422),
    SEED_IS_NOT_THE_PUBLISHED_ONE(Rule.INV_13, 422),
    TICKET_LIST_NOT_UNDERSTOOD(Rule.INV_13, 422),
    TICKET_LIST_HAS_BAD_ROWS(Rule.INV_13, 422),
    NOTARY_ORDER_HAS_BAD_ROWS(Rule.INV_13, 422),
    UNIT_NOT_AVAILABLE(Rule.INV_4, 409),
    CUSTOMER_IS_NOT_YOURS(Rule.SEC_1, 404),
    TICKET_MOVE_NOT_POSSIBLE(Rule.INV_13, 409),
    TICKET_HAS_A_CUSTOMER(Rule.INV_13, 409),
    TICKET_WAS_USED(Rule.INV_13, 409),
    NOTHING_TO_WAIT_FOR(Rule.INV_5, 409),
    CANNOT_BE_ATTACHED(Rule.INV_11, 422),
    UNIT_IS_ATTACHED(Rule.INV_11, 409),
    UNIT_IS_NOT_ATTACHED(Rule.INV_11, 409),
    CLAIM_IS_NOT_PROVED(Rule.INV_5, 403),
    CERTIFICATES_INCOMPLETE(Rule.INV_6, 409),
    PERMIT_IS_NOT_THE_BUILDINGS(Rule.INV_6, 409),
    HOLD_HAS_ENDED(Rule.INV_5, 409),
    HOLD_IS_CLAIMED(Rule.INV_4, 409),
    HOLD_WOULD_BE_TOO_LONG(Rule.INV_5, 422),
    HOLD_IS_PAUSED(Rule.INV_5, 409),
    HOLD_IS_NOT_PAUSED(Rule.INV_5, 409),
    PAUSE_IS_USED_UP(Rule.INV_5, 409),
    CLAIM_TOO_LATE(Rule.INV_5, 409),
    CUSTOMER_HAS_THE_UNIT(Rule.INV_5, 409),
    CUSTOMER_WAITS_ALREADY(Rule.INV_5, 409),
    WAITING_LIMIT_REACHED(Rule.INV_5, 409),
    PLACE_HAS_ENDED(Rule.INV_5, 409),
    PLACE_DOES_NOT_HAVE_THE_TURN(Rule.INV_5, 409),
    SCREEN_LIMIT_REACHED(Rule.INV_7, 429);

    private final Meaning meaning;

    InventoryRefusal(Rule rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
