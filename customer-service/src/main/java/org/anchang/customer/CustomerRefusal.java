package org.anchang.customer;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service, in the order in which a command checks them.
public enum CustomerRefusal implements Refusal {
    PROJECT_NOT_KNOWN_YET("CUS-2", 409),
    INTRODUCER_MISSING("REC-5", 422),
    INTRODUCER_UNKNOWN("REC-5", 422),
    OWNER_IS_NOT_YOURS_TO_CHOOSE("REC-2", 403),
    OWNER_MISSING("REC-2", 422),
    NOT_A_CONSULTANT("REC-6", 422),
    OWNER_IS_PRESENT("REC-3", 409),
    ABSENCE_ENDS_BEFORE_IT_BEGINS("REC-3", 422),
    ABSENCE_HAS_ENDED("REC-3", 409),
    ALREADY_THE_OWNER("REC-6", 409),
    CUSTOMERS_ARE_THE_SAME("CUS-3", 409),
    CUSTOMERS_OF_TWO_PROJECTS("CUS-3", 422),
    NEXT_PLAN_IS_PAST("TRK-1", 422),

    PHONE_IS_INCOMPLETE("CUS-3", 422),
    PHONE_FITS_SEVERAL("CUS-3", 409),
    PHONE_IS_KNOWN_ALREADY("CUS-10", 409),
    PHONE_IS_ANOTHERS("CUS-3", 409),
    NOTHING_CORRECTED("CUS-10", 422),
    SOURCE_UNKNOWN("CUS-1", 422),
    SOURCE_IS_KNOWN("CUS-1", 409),

    OWN_POSTS_ARE_OTHERS_TO_GIVE("SEC-1", 403),
    POST_IS_NOT_YOURS_TO_GIVE("SEC-1", 403),
    ONLY_CONSULTANTS_SIT("REC-1", 422),
    IDENTITY_PROVIDER_AWAY("-", 503),
    PERSON_IS_KNOWN("-", 409),
    ACCOUNT_IS_TAKEN("-", 409),
    PERSON_UNKNOWN("-", 422),
    PERSON_HAS_LEFT("-", 409),
    POST_HAS_ENDED("-", 409),
    POST_IS_HELD_ALREADY("-", 409),
    ADMINISTRATORS_HOLD_NO_OTHER_POST("APR-7", 409),
    SEAT_IS_TAKEN("REC-1", 409),
    OWNS_CUSTOMERS("TRK-7", 409);

    private final String rule;
    private final int status;

    CustomerRefusal(String rule, int status) {
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
