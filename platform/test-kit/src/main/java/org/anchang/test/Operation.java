package org.anchang.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An operation of an interface document.
///
/// @param answersJson whether it gives JSON, and nothing else, where all goes well
/// @param roles       whose it is; none where it is the whole office's
/// @param showsOffers whether something in its answer has `actions`
record Operation(
        String id,
        String verb,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean answersJson,
        Set<String> roles,
        boolean showsOffers) {
    /// @param where path, query or header
    record Parameter(String name, String where, boolean isRequired, Kind kind, JsonNode schema) {}

    /// An address without what is asked for besides.
    static String bare(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    /// A path whatever its parameters are called.
    static String shape(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    /// The addresses at which it is, without their queries.
    Pattern addresses() {
        return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    boolean takes(String parameter) {
        return parameters.stream().anyMatch(one -> one.name().equals(parameter));
    }

    boolean isCommand() {
        return !verb.equals("GET");
    }

    /// As a text stands in an address.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
