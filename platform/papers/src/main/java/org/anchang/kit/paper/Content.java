package org.anchang.kit.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a paper is filled with, in full, and what of it others read instead. Does not print itself: it is
/// personal
/// data.
///
/// @param fields by the names that the template uses
/// @param lists  rows of the same fields, by the name of the list
/// @param masked CUS-6: of the fields that only owner and site manager read in full, what others read
/// @param maskedLists the same for whole lists
/// @param words  of what people wrote on a form, what those read who are neither owner nor site manager
/// nor signers
public record Content(
        Map<String, String> fields,
        Map<String, List<Map<String, String>>> lists,
        Map<String, String> masked,
        Map<String, List<Map<String, String>>> maskedLists,
        Map<String, String> words) {
    public Content {
        fields = new TreeMap<>(fields);
        lists = new TreeMap<>(lists);
        masked = new TreeMap<>(masked);
        maskedLists = new TreeMap<>(maskedLists);
        words = new TreeMap<>(words);
    }

    public static Filling filling() {
        return new Filling();
    }

    /// As somebody reads it.
    Content as(boolean inFull) {
        return as(inFull, inFull);
    }

    /// @param wordsToo whether what people wrote is read
    Content as(boolean inFull, boolean wordsToo) {
        if (inFull) {
            return this;
        }
        var shown = new TreeMap<>(fields);
        shown.putAll(masked);
        if (!wordsToo) {
            shown.putAll(words);
        }
        var shownLists = new TreeMap<>(lists);
        shownLists.putAll(maskedLists);
        return new Content(shown, shownLists, Map.of(), Map.of(), Map.of());
    }

    /// With further fields, which everybody reads.
    Content and(Map<String, String> further) {
        return and(new Content(further, Map.of(), Map.of(), Map.of(), Map.of()));
    }

    /// With further fields and lists.
    Content and(Content further) {
        return new Content(
                together(fields, further.fields),
                together(lists, further.lists),
                together(masked, further.masked),
                together(maskedLists, further.maskedLists),
                together(words, further.words));
    }

    private static <T> Map<String, T> together(Map<String, T> some, Map<String, T> further) {
        var all = new TreeMap<>(some);
        all.putAll(further);
        return all;
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
        private final Map<String, String> words = new LinkedHashMap<>();

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

        /// What somebody wrote on a form: for owner, site manager and those who signed it; the others read
        /// `toOthers`.
        public Filling withWords(String name, @Nullable Object value, String toOthers) {
            put(fields, name, value);
            words.put(name, toOthers);
            return this;
        }

        public Filling withAll(Map<String, String> several) {
            several.forEach(this::with);
            return this;
        }

        /// A field that is not for this paper.
        public Filling without(String name) {
            fields.remove(name);
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
            return new Content(fields, lists, masked, maskedLists, words);
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
