package org.anchang.deal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.deal.DealLine.DealLineKind;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What a deal is about: a home, and what goes with it (INV-11).
public record DealLines(List<DealLine> all) {
    public DealLine home() {
        return all.stream()
                .filter(line -> line.kind() == DealLineKind.HOME)
                .findFirst()
                .orElseThrow();
    }

    public UUID unit() {
        return requireNonNull(home().unit());
    }

    /// The home and what goes with it.
    public List<UUID> units() {
        return all.stream().map(DealLine::unit).filter(Objects::nonNull).toList();
    }

    /// By the price list, with what is priced apart.
    public Money listSum() {
        return Money.sum(all.stream().map(DealLine::listTotal).toList());
    }

    /// What stands beside the home, at its own price.
    public Money attachedTotal() {
        return listSum().minus(home().listTotal());
    }

    /// INV-12: shown to nobody.
    public @Nullable Money floorPrice() {
        return home().floorPrice();
    }
}
