package org.anchang.office.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Whether a path means the same to everybody who reads it. Services take dot segments out, drop what stands behind a
/// semicolon or decode what was encoded; whoever is routed by such a path gets to where it does not look like.
final class PlainPath {

    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String MISREAD = "/\\;%#";

    private PlainPath() {}

    /// @param uri as it came, with its query
    static boolean is(String uri) {
        var query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        // From the first slash on; an empty last segment is a slash at the end.
        var segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            if (segments[i].isEmpty() ? i < segments.length - 1 : !isPlain(segments[i])) {
                return false;
            }
        }
        return segments.length > 1 && segments[0].isEmpty();
    }

    private static boolean isPlain(String segment) {
        if (ESCAPED.matcher(segment).replaceAll("").indexOf('%') >= 0) {
            return false;
        }
        var meant = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return !meant.equals(".")
                && !meant.equals("..")
                && meant.chars()
                        .noneMatch(character -> MISREAD.indexOf(character) >= 0
                                || Character.isISOControl(character)
                                || character == '\uFFFD');
    }
}
