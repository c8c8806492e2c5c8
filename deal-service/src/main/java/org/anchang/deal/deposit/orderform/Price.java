package org.anchang.deal.deposit.orderform;

import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// INV-12: a price that is about to be agreed.
///
/// @param unit    the home
/// @param list    by the price list, with what is attached and priced apart
/// @param granted what was agreed or granted before: it needs no second permission
public record Price(
        String project,
        UUID unit,
        Money list,
        @Nullable Money floor,
        @Nullable Money granted,
        Money agreed) {
    public static Price of(Deal deal, Money total) {
        var lines = deal.lines();
        return new Price(
                deal.project(),
                lines.unit(),
                lines.listSum(),
                lines.floorPrice(),
                deal.agreed().total(),
                total);
    }

    /// Of a home that is to be somebody's.
    public static Price of(HeldUnit held, Money total) {
        return new Price(held.project(), held.unit(), held.listSum(), held.floor(), null, total);
    }

    boolean isGranted() {
        return granted != null && !granted.isMoreThan(agreed);
    }

    boolean isBelowList() {
        return list.isMoreThan(agreed);
    }

    boolean isBelowFloor() {
        return floor != null && floor.isMoreThan(agreed);
    }

    /// Below the floor price nothing passes but the general manager's signature, whatever the project's chain.
    public boolean mayBeGranted(boolean signedByGeneralManager) {
        return signedByGeneralManager || !isBelowFloor();
    }
}
