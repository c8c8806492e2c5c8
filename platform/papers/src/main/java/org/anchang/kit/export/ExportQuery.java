package org.anchang.kit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anchang.kit.problem.Refused.refuse;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.request.RecordableText;
import org.anchang.kit.request.RequestValues;
import org.jspecify.annotations.Nullable;

/// What a list is narrowed to: the query of its own address, e.g. `state=AVAILABLE&floor=3A`. Whatever a list does not
/// know, or cannot read, is refused by its name (SEC-4).
public final class ExportQuery {
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();

    /// @throws org.anchang.kit.problem.Refused EXPORT_FILTER_NOT_UNDERSTOOD
    public ExportQuery(String query) {
        text = query;
        for (var part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                var sign = part.indexOf('=');
                var name = read(sign < 0 ? part : part.substring(0, sign));
                var value = sign < 0 ? "" : read(part.substring(sign + 1));
                if (!RecordableText.is(name) || !RecordableText.is(value)) {
                    throw notUnderstood("");
                }
                if (!value.isEmpty()) {
                    values.put(name, value);
                }
            }
        }
    }

    /// @throws org.anchang.kit.problem.Refused EXPORT_FILTER_NOT_UNDERSTOOD if it asks for anything else
    public ExportQuery knowing(String... names) {
        values.keySet().stream()
                .filter(name -> !Set.of(names).contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw notUnderstood(name);
                });
        return this;
    }

    public @Nullable String text(String name) {
        return values.get(name);
    }

    /// Read as the list itself reads it: an id, a day, yes or no, one of a closed set.
    public <T> @Nullable T value(String name, Class<T> type) {
        var text = values.get(name);
        try {
            return text == null ? null : RequestValues.read(type, text);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(name);
        }
    }

    private static String read(String part) {
        try {
            return URLDecoder.decode(part, UTF_8);
        } catch (IllegalArgumentException e) {
            throw notUnderstood("");
        }
    }

    private static RuntimeException notUnderstood(String name) {
        var most = Arrays.copyOf(name.toCharArray(), Math.min(name.length(), 40));
        return refuse(KitRefusal.EXPORT_FILTER_NOT_UNDERSTOOD).with("filter", new String(most));
    }

    @Override
    public String toString() {
        return text;
    }
}
