package org.anchang.inventory.price.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.inventory.price.list.PriceListResource.PastPriceList;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;

/// INV-2: the price lists that were imported.
@ApplicationScoped
class PriceLists {
    private static final String PAST = """
            SELECT id, project, units, changed, left_out, reason, imported_by AS by, imported_at AS at FROM price_list
            WHERE project = :project AND (CAST(:before AS uuid) IS NULL OR id < :before) ORDER BY id DESC LIMIT :rows""";

    @Inject
    Database database;

    /// The newest first.
    Page<PastPriceList> past(String project, PageRequest page) {
        var found = database.sql(PAST)
                .with("project", project)
                .with("before", page.afterId().orElse(null))
                .with("rows", page.rows())
                .rows(PastPriceList.class);
        return Page.of(found, page, list -> List.of(list.id()));
    }
}
