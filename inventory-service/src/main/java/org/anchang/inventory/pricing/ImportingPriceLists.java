package org.anchang.inventory.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.UnitPriceChanged;
import org.anchang.inventory.Projects;
import org.anchang.inventory.Units;
import org.anchang.inventory.pricing.ListedUnits.Author;
import org.anchang.inventory.pricing.ListedUnits.Listing;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;

/// INV-2: takes a price list over, all rows or none.
@ApplicationScoped
class ImportingPriceLists {
    record Counts(int units, int added, int changed) {}

    /// What an import did.
    record Imported(UUID id, Counts counts, int buildings, List<String> ignored) {}

    @Inject
    Projects projects;

    @Inject
    ListedUnits listed;

    @Inject
    Units units;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// New rooms become units. A room that has another price, area or layout than before gets its next price
    /// version;
    /// a room that the list does not name stays as it is.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, PRICE_LIST_NOT_UNDERSTOOD, PRICE_LIST_HAS_BAD_ROWS
    @Transactional
    Imported take(String project, byte[] file) {
        projects.get(caller.scope(), project);
        var content = PriceListFile.read(file);
        listed.lock(project);
        var before = listed.of(project);
        var added = new ArrayList<Listing>();
        var changed = new ArrayList<Listing>();
        for (var row : content.rows()) {
            var known = before.get(row.room());
            if (known == null) {
                added.add(new Listing(Ids.next(), row, null));
            } else if (differs(row, known.listing())) {
                changed.add(new Listing(known.unit(), row, known));
            }
        }
        var counts = new Counts(content.rows().size(), added.size(), changed.size());
        var author = new Author(Ids.next(), caller.name(), clock.instant(), clock.today());
        var names = content.rows().stream()
                .map(row -> row.room().building())
                .distinct()
                .toList();
        listed.recordList(author, project, counts);
        listed.add(added, project, listed.buildings(project, names));
        listed.price(added, project, author);
        listed.price(changed, project, author);
        listed.change(changed);
        changed.forEach(listing -> outbox.append(told(listing, project, author)));
        units.cellsChanged(project);
        return new Imported(author.list(), counts, names.size(), content.ignored());
    }

    /// A list without a layout column says nothing about layouts.
    private static boolean differs(PricedRow row, PricedRow before) {
        return !row.price().equals(before.price())
                || !row.areas().equals(before.areas())
                || !row.productType().equals(before.productType())
                || row.layout() != null && !row.layout().equals(before.layout());
    }

    private static UnitPriceChanged told(Listing listing, String project, Author author) {
        var price = listing.row().price();
        return new UnitPriceChanged(
                listing.unit(),
                project,
                author.at(),
                price.unitPrice().amount(),
                price.total().amount(),
                listing.version(),
                author.person());
    }
}
