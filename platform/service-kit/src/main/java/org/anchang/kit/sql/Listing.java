package org.anchang.kit.sql;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;

/// A list in the order of ids, which is that of time: what the conditions let somebody see of it, from the cursor on, a
/// page at a time.
///
/// ```java
/// Listing.newestFirst("m.id", page).of(database, Told.class, LIST, conditions, Told::id)
/// ```
///
/// @param id the column or member that holds it
public record Listing(String id, boolean isNewestFirst, PageRequest page) {
    public static Listing newestFirst(String id, PageRequest page) {
        return new Listing(id, true, page);
    }

    public static Listing oldestFirst(String id, PageRequest page) {
        return new Listing(id, false, page);
    }

    /// Rows as records.
    ///
    /// @param select up to its conditions, `WHERE` among it
    public <T> Page<T> of(
            Database database, Class<T> type, String select, Conditions conditions, Function<T, UUID> key) {
        var found = database.sql(select + from(conditions) + " LIMIT :rows")
                .with(conditions.parameters())
                .with("rows", page.rows())
                .rows(type);
        return Page.of(found, page, one -> List.of(key.apply(one)));
    }

    /// Aggregates.
    ///
    /// @param select HQL up to its conditions, `where` among it
    public <T> Page<T> of(
            EntityManager aggregates, Class<T> type, String select, Conditions conditions, Function<T, UUID> key) {
        var query =
                aggregates.createQuery(select + from(conditions), type).setMaxResults(page.rows());
        conditions.parameters().forEach(query::setParameter);
        return Page.of(query.getResultList(), page, one -> List.of(key.apply(one)));
    }

    private String from(Conditions conditions) {
        var place = conditions.and(id + (isNewestFirst ? " < :after" : " > :after"), page.afterId().orElse(null));
        return place + " order by " + id + (isNewestFirst ? " desc" : "");
    }
}
