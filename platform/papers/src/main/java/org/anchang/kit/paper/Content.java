package org.anchang.kit.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a paper is filled with, in full, and what of it others read instead. Does not print itself: it is personal
/// data.
///
/// @param fields by the names that the template uses
/// @param lists  rows of the same fields, by the name of the list
/// @param masked CUS-6: of the fields that only owner and site manager read in full, what others read
/// @param maskedLists the same for whole lists
public record Content(
        Map<String, String> fields,
        Map<String, List<Map<String, String>>> lists,
        Map<String, String> masked,
        Map<String, List<Map<String, String>>> maskedLists) {
    public Content {
        fields = new TreeMap<>(fields);
        lists = new TreeMap<>(lists);
        masked = new TreeMap<>(masked);
        maskedLists = new TreeMap<>(maskedLists);
    }

    public static Filling filling() {
        return new Filling();
    }

    /// As somebody reads it.
    Content as(boolean inFull) {
        if (inFull) {
            return this;
        }
        var shown = new TreeMap<>(fields);
        shown.putAll(masked);
        var shownLists = new TreeMap<>(lists);
        shownLists.putAll(maskedLists);
        return new Content(shown, shownLists, Map.of(), Map.of());
    }

    List<Map<String, String>> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "Content[" + fields.size() + "]";
    }

    /// Takes the fields one by one; what is null or blank is left out.
    public static final class Filling {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final Map<String, List<Map<String, String>>> lists = new LinkedHashMap<>();
        private final Map<String, String> masked = new LinkedHashMap<>();
        private final Map<String, List<Map<String, String>>> maskedLists = new LinkedHashMap<>();

        private Filling() {}

        public Filling with(String name, @Nullable Object value) {
            put(fields, name, value);
            return this;
        }

        /// A field that not everybody reads in full; where `toOthers` is null they read nothing.
        public Filling with(String name, @Nullable Object value, @Nullable Object toOthers) {
            put(fields, name, value);
            masked.put(name, toOthers == null ? "" : toOthers.toString());
            return this;
        }

        public Filling withAll(Map<String, String> several) {
            several.forEach(this::with);
            return this;
        }

        /// One more row of a list.
        public Filling row(String list, Map<String, ?> row) {
            lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(written(row));
            return this;
        }

        /// One more row of a list that not everybody reads in full.
        public Filling row(String list, Map<String, ?> row, Map<String, ?> toOthers) {
            maskedLists.computeIfAbsent(list, _ -> new ArrayList<>()).add(written(toOthers));
            return row(list, row);
        }

        public Content content() {
            return new Content(fields, lists, masked, maskedLists);
        }

        private static Map<String, String> written(Map<String, ?> row) {
            var written = new TreeMap<String, String>();
            row.forEach((name, value) -> put(written, name, value));
            return written;
        }

        private static void put(Map<String, String> into, String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                into.put(name, value.toString());
            }
        }
    }
}
