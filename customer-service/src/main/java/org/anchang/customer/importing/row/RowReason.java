package org.anchang.customer.importing.row;

/// Why a row is not imported.
public enum RowReason {
    MISSING,
    TOO_LONG,
    WRONG_ENCODING,
    FORMULA_ERROR,
    A_DATE,
    NO_TEXT,
    NOT_A_PHONE,
    /// Some of its digits are hidden (`138****8000`).
    PHONE_IS_INCOMPLETE,
    NEITHER_PHONE_NOR_NUMBER,
    NOT_A_DATE,
    IN_THE_FUTURE,
    NOT_A_CHOICE,
    /// The project's dictionary has no such word, or has retired it.
    SOURCE_UNKNOWN,
    /// The same of one of its tags.
    TAG_UNKNOWN,
    INTRODUCER_MISSING,
    /// Nobody of the project, nor of a row further up.
    INTRODUCER_UNKNOWN,
    /// Of a follow-up or visit: the project knows nobody with this phone or number.
    CUSTOMER_UNKNOWN,
    /// The phone is one customer's and the number another's.
    TWO_CUSTOMERS,
    /// Only what is new was wanted.
    KNOWN_ALREADY,
    COULD_NOT_BE_WRITTEN
}
