package org.anchang.customer.household;

/// REC-4, REC-9: whose a household is of which several came to different consultants.
public enum HouseholdOwner {
    CLOSING_CONSULTANT,
    FIRST_CONSULTANT,
    DECISION
}
