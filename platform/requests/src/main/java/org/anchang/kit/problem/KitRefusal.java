package org.anchang.kit.problem;

/// What every service refuses alike.
public enum KitRefusal implements Refusal {
    NOT_FOUND("-", 404),
    CLOCK_NOT_UNDERSTOOD("-", 422),
    IDEMPOTENCY_KEY_MISSING("SEC-3", 400),
    IDEMPOTENCY_KEY_IN_USE("SEC-3", 409),
    IDEMPOTENCY_KEY_REUSED("SEC-3", 422),
    IF_MATCH_MISSING("-", 428),
    CHANGED_MEANWHILE("-", 412),
    CURSOR_NOT_UNDERSTOOD("-", 422),
    SETTING_UNKNOWN("-", 422),
    SETTING_IS_GENERAL_MANAGERS("INV-12", 403),
    SETTING_VALUE_NOT_ALLOWED("-", 422),
    PHONE_NOT_UNDERSTOOD("CUS-3", 422),
    REQUEST_NOT_UNDERSTOOD("-", 422),
    NUMBER_TOO_LARGE("-", 422),
    VALUE_NOT_RECORDABLE("-", 422),
    NOT_SIGNED_IN("SEC-1", 401),
    ROLE_NOT_ALLOWED("SEC-1", 403),
    METHOD_NOT_ALLOWED("-", 405),
    NOT_ACCEPTABLE("-", 406),
    MEDIA_TYPE_NOT_SUPPORTED("-", 415),
    TOO_LARGE("-", 413),
    CONFLICT_TRY_AGAIN("-", 409),
    STREAM_LIMIT_REACHED("-", 429),
    MOMENT_IS_NOT_PAST("AOF-1", 422),
    MOMENT_BEFORE_THE_BEGINNING("AOF-1", 422),
    MOMENTS_OUT_OF_ORDER("AOF-1", 422),
    EXPORT_LIST_UNKNOWN("PAP-3", 422),
    EXPORT_FILTER_NOT_UNDERSTOOD("PAP-3", 422),
    EXPORTS_TOO_MANY("PAP-3", 429),
    EXPORT_NOT_READY("PAP-3", 409),
    EXPORT_IS_OVER("PAP-3", 409),
    TEMPORARILY_UNAVAILABLE("-", 503),
    FAILED("-", 500);

    private final Meaning meaning;

    KitRefusal(String rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
