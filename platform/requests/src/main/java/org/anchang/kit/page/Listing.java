package org.anchang.kit.page;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Function;

/// One page of a list that is ordered by id: what is asked, where the page begins and how far it goes. Of entities; of
/// rows by `Database.page`.
///
/// ```java
/// return new Conditions(scope.on("project", "owner"), scope.parameters())
///         .and("project = :project", filter.project())
///         .by("id", page)
///         .entities(getEntityManager(), "from Visit where ", Visit.class, Visit::id);
/// ```
///
/// @param order as it stands behind the conditions
public record Listing(Conditions conditions, String order, PageRequest page) {
    /// @param from up to `where`
    public <T> Page<T> entities(EntityManager entities, String from, Class<T> type, Function<T, UUID> id) {
        var query = entities.createQuery(from + conditions + order, type);
        conditions.parameters().forEach(query::setParameter);
        return Page.byId(query.setMaxResults(page.rows()).getResultList(), page, id);
    }
}
