package org.anchang.customer.finding;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// CUS-9: what was typed, as customers can be looked for by it. Nothing asked: all are meant.
///
/// @param tokens all of which a name must have
/// @param ending of a phone, as it is looked up
/// @param number the beginning of a customer's number, e.g. `XLY-ZS`
/// @param among  one of these
/// @param unit   a part of the label of the unit that they are buying
record Sought(
        List<Long> tokens,
        @Nullable String ending,
        @Nullable String number,
        @Nullable List<UUID> among,
        @Nullable String unit) {
    static final Sought ALL = new Sought(List.of(), null, null, null, null);

    static Sought byName(List<Long> tokens) {
        return new Sought(tokens, null, null, null, null);
    }

    static Sought byEnding(String ending) {
        return new Sought(List.of(), ending, null, null, null);
    }

    static Sought byNumber(String typed) {
        return new Sought(List.of(), null, plain(typed.toUpperCase(Locale.ROOT)) + "%", null, null);
    }

    static Sought among(List<UUID> customers) {
        return new Sought(List.of(), null, null, customers, null);
    }

    static Sought byUnit(String label) {
        return new Sought(List.of(), null, null, null, "%" + plain(label) + "%");
    }

    /// The same, of the buyers of a unit alone.
    Sought andUnit(String label) {
        return new Sought(tokens, ending, number, among, byUnit(label).unit());
    }

    private static String plain(String typed) {
        return typed.replaceAll("[!%_]", "!$0");
    }
}
