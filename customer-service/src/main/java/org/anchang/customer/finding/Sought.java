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
record Sought(
        List<Long> tokens,
        @Nullable String ending,
        @Nullable String number,
        @Nullable List<UUID> among) {
    static final Sought ALL = new Sought(List.of(), null, null, null);

    static Sought byName(List<Long> tokens) {
        return new Sought(tokens, null, null, null);
    }

    static Sought byEnding(String ending) {
        return new Sought(List.of(), ending, null, null);
    }

    static Sought byNumber(String typed) {
        return new Sought(List.of(), null, typed.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%", null);
    }

    static Sought among(List<UUID> customers) {
        return new Sought(List.of(), null, null, customers);
    }
}
