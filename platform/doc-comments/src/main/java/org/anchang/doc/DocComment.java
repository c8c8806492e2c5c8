package org.anchang.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A doc comment in its parts.
///
/// @param said       all before the first tag
/// @param parameters what its `@param` tags say, by name
record DocComment(String said, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\w+)\\s+(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\]\\[]+)](?:\\[[^\\]]*])?(?!\\()");

    /// @param written as the compiler gives it, without the strokes at the beginning of each line
    static DocComment of(String written) {
        var said = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, List<String>>();
        List<String> current = said;
        for (var line : written.strip().lines().map(String::strip).toList()) {
            var parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                current = parameters.computeIfAbsent(parameter.group(1), _ -> new ArrayList<>());
                current.add(parameter.group(2));
            } else if (line.startsWith("@")) {
                current = new ArrayList<>();
            } else {
                current.add(line);
            }
        }
        var joined = new LinkedHashMap<String, String>();
        parameters.forEach((name, lines) -> joined.put(name, plain(lines)));
        return new DocComment(plain(said), joined);
    }

    /// Paragraphs stay, lines do not; `[Deal]` is Deal: whoever reads an interface document cannot follow it.
    private static String plain(List<String> lines) {
        var text = String.join("\n", lines).strip();
        var joined = text.replaceAll("(?<!\\n)\\n(?!\\n|[-*] )", " ");
        return REFERENCE.matcher(joined).replaceAll("$1");
    }
}
