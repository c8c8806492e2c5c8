package org.anchang.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operation of an interface document.
///
/// @param answersJson whether it gives JSON, and nothing else, where all goes well
record Operation(
        String id,
        String verb,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean answersJson) {
    /// @param where path, query or header
    record Parameter(String name, String where, boolean isRequired, Kind kind, JsonNode schema) {}

    /// As a text stands in an address.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
