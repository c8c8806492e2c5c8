package org.anchang.customer.sending;

/// What a message is about.
public enum MessageKind {
    /// A birthday, a holiday (CAR-1)
    CARE,
    /// A survey's link (CAR-3)
    SURVEY,
    /// To a tour or an evening (CAR-4)
    INVITATION,
    /// Of the project (CAR-5)
    NEWS,
    /// To people of the office: the sheet of a day, week or month is there (RPT-2)
    SHEET
}
