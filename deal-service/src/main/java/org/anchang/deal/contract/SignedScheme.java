package org.anchang.deal.contract;

import org.anchang.deal.Deal;

/// Told inside this service, in the transaction of the signing: a contract is signed and is to be paid like this.
public record SignedScheme(Deal deal, PaymentScheme scheme) {}
