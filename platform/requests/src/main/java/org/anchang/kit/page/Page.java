package org.anchang.kit.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list that has a bound.
///
/// @param next cursor of the next page; absent on the last
public record Page<T>(List<T> items, @Nullable String next) {
    /// Makes a page of what a query for one row more than `limit` found.
    ///
    /// @param key the values by which the list is ordered, the last of them unique
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, List<?>> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, Cursor.after(key.apply(items.getLast())));
    }

    /// The same of a list that is ordered by id alone.
    public static <T> Page<T> byId(List<T> found, PageRequest request, Function<T, UUID> id) {
        return of(found, request, item -> List.of(id.apply(item)));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
