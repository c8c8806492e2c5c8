package org.anchang.inventory.price.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.inventory.price.list.PriceListResource.PastPriceList;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;

/// INV-2: the price lists that were imported.
@ApplicationScoped
class PriceLists {
    private static final String PAST = """
            SELECT id, project, units, changed, left_out, reason, imported_by AS by, imported_at AS at FROM price_list
            WHERE project = :project AND (CAST(:after AS uuid) IS NULL OR id < :after) ORDER BY id DESC LIMIT :rows""";

    @Inject
    Database database;

    /// The newest first.
    Page<PastPriceList> past(String project, PageRequest page) {
        return database.sql(PAST).with("project", project).page(page, PastPriceList.class, PastPriceList::id);
    }
}
