package org.anchang.customer.dossier.statistics;

/// How far a customer has come: one of these, so that no customer is in two columns of a statistic.
public enum CountedStage {
    REGISTERED,
    VISITED,
    DEPOSIT,
    CONTRACTED,
    GIVEN_UP
}
