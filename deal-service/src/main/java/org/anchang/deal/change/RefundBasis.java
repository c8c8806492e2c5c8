package org.anchang.deal.change;

/// On what a refund rests in law (Civil Code 586–588). The deposit rule and a penalty clause are never applied
/// together: a refund names one basis.
public enum RefundBasis {
    /// The deposit rule: the buyer forfeits deposit money, and no more than that
    BUYER_FAULT,
    /// The penalty that the contract names
    AGREED_PENALTY,
    /// Nobody's fault: principal back, no penalty
    LOAN_REFUSED,
    /// The deposit rule against the seller: twice the deposit back (Civil Code 587)
    SELLER_FAULT,
    FORCE_MAJEURE
}
