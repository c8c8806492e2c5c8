package org.anchang.customer;

/// As the customer says.
public enum Gender {
    FEMALE,
    MALE
}
