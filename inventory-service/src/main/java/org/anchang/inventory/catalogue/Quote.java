package org.anchang.inventory.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What a home costs by each way of paying: the list total, with what goes with it at a price of its own, less the
/// project's discount for that way. A discount that leads below the floor price is not offered (INV-12).
///
/// @param listTotal of the home
/// @param attached  list totals of what is priced apart (INV-11)
/// @param floor     of the home, below which nobody quotes
record Quote(
        Money listTotal, List<Money> attached, @Nullable Money floor) {
    /// A way of paying as the project sets it.
    ///
    /// @param discount in per cent of the home's list total
    /// @param first    in per cent of what is to be paid: the down payment, the first instalment
    record Terms(String name, BigDecimal discount, BigDecimal first) {}

    /// What it comes to.
    record Way(String name, BigDecimal discount, Money amount, Money total, Money first) {}

    Money attachedTotal() {
        return Money.sum(attached);
    }

    Money total() {
        return listTotal.plus(attachedTotal());
    }

    Way by(Terms terms) {
        var wanted = listTotal.percent(terms.discount());
        var offered = !FloorPrices.isBelow(listTotal.minus(wanted), floor);
        var amount = offered ? wanted : Money.ZERO;
        var total = total().minus(amount);
        return new Way(
                terms.name(),
                offered ? terms.discount() : BigDecimal.ZERO,
                amount,
                total,
                total.percent(terms.first()));
    }
}
