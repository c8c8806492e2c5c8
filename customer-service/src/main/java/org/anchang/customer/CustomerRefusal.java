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
    OWNS_CUSTOMERS("TRK-7", 409),

    CALL_HAS_NOT_ENDED("TEL-1", 422),
    CALL_IS_SOMEBODYS("TEL-1", 409),
    CALLER_HAS_NO_NAME("TEL-1", 422),
    CALLER_HAS_NO_PHONE("TEL-1", 422),
    CALLED_BACK_ALREADY("TEL-1", 409),
    ADVERTISING_DAY_IS_ENTERED("TEL-1", 409),
    ADVERTISING_DAY_IS_REMOVED("TEL-1", 409),
    RECIPIENT_UNKNOWN("TEL-2", 422),
    CASE_IS_ABOUT_NOBODY("CAR-2", 422),
    CASE_IS_NOT_YOURS("CAR-2", 403),
    CASE_OWNER_UNKNOWN("CAR-2", 422),
    CASE_OWNER_IS_THE_SAME("CAR-2", 409),
    CASE_HAS_NO_ANSWER("CAR-2", 409),
    CASE_IS_CLOSED("CAR-2", 409),
    CASE_DUE_DATE_IS_PAST("CAR-2", 422),
    LUNAR_DAY_UNKNOWN("CAR-1", 422),
    BIRTHDAY_IS_KNOWN("CAR-1", 409),
    BIRTHDAY_IS_REMOVED("CAR-1", 409),
    HOLIDAY_IS_ENTERED("CAR-1", 409),
    HOLIDAY_IS_REMOVED("CAR-1", 409),
    CARE_TASK_IS_DONE("CAR-1", 409),
    REVISIT_IS_PAST("CAR-6", 422),
    INTRODUCED_BY_THEMSELVES("REF-1", 409),
    INTRODUCTION_IS_A_LOOP("REF-1", 409);

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
