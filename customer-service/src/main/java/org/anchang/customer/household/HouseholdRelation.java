package org.anchang.customer.household;

/// REC-4: what a member is to the one who stands for the household.
public enum HouseholdRelation {
    /// Who stands for it.
    SELF,
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    OTHER;

    /// What somebody is to the one who stands for the household, who is this to a member of it.
    HouseholdRelation through(HouseholdRelation member) {
        return switch (member) {
            case SELF -> this;
            case SPOUSE -> this == CHILD ? CHILD : OTHER;
            case PARENT -> this == SPOUSE ? PARENT : this == CHILD ? SIBLING : OTHER;
            case CHILD -> this == SIBLING ? CHILD : this == PARENT ? SPOUSE : OTHER;
            case SIBLING -> this == SIBLING ? SIBLING : this == PARENT ? PARENT : OTHER;
            case OTHER -> OTHER;
        };
    }
}
