package org.anchang.kit.paper;

import java.util.List;

/// A board of coloured places, e.g. a sales-control table (销控表), as [BoardWorkbook] and [BoardPicture] draw it alike.
///
/// @param title  above it
/// @param under  below the title, e.g. as of when
/// @param keys   what its colours say
/// @param blocks one below the other, or on a page of their own
public record Board(String title, String under, List<Key> keys, List<Block> blocks) {
    /// How a place looks.
    ///
    /// @param fill behind the letters, six hexadecimal digits
    /// @param ink  of the letters
    public record Look(String fill, String ink) {
        static final Look PLAIN = new Look("FFFFFF", "000000");
        static final Look HEAD = new Look("EEF1F5", "000000");
    }

    /// @param says e.g. `已认购 12`
    public record Key(String says, Look look) {}

    /// @param name    as its page is called
    /// @param under   what is said below it
    /// @param columns as many as each line has places
    public record Block(String name, String under, List<String> columns, List<Line> lines) {
        int height() {
            return lines.stream()
                    .flatMap(line -> line.places().stream())
                    .mapToInt(place -> place.texts().size())
                    .max()
                    .orElse(1);
        }
    }

    public record Line(String label, List<Place> places) {}

    /// @param texts a line each; none where there is nothing
    public record Place(List<String> texts, Look look) {
        public static final Place NONE = new Place(List.of(), Look.PLAIN);
    }
}
