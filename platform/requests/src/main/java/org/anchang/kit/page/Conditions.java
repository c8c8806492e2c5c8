package org.anchang.kit.page;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The conditions of a list's query, in HQL or SQL: what the caller may see, then each that there is something to
/// compare with.
public final class Conditions {
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    private final StringBuilder text;
    private final Map<String, Object> parameters;

    /// @param first      e.g. the caller's scope
    /// @param parameters those of `first`, and room for more
    public Conditions(String first, Map<String, Object> parameters) {
        this.text = new StringBuilder(first);
        this.parameters = parameters;
    }

    /// @param condition with a parameter, e.g. `project = :project`
    /// @param value     of the first parameter in it; `null`: nothing is asked, and the condition does not count
    public Conditions and(String condition, @Nullable Object value) {
        if (value != null) {
            var parameter = PARAMETER.matcher(condition);
            if (!parameter.find()) {
                throw new IllegalArgumentException("no parameter in " + condition);
            }
            text.append(" and ").append(condition);
            parameters.put(parameter.group(1), value);
        }
        return this;
    }

    /// Gives one more parameter its value.
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /// The list in the order of its ids, from where the page begins.
    ///
    /// @param id as the query names it, e.g. `d.id`
    public Listing by(String id, PageRequest page) {
        return listing(id + " > :after", " order by " + id, page);
    }

    /// The same with the latest first.
    public Listing latestBy(String id, PageRequest page) {
        return listing(id + " < :after", " order by " + id + " desc", page);
    }

    private Listing listing(String goesOn, String order, PageRequest page) {
        return new Listing(and(goesOn, page.afterId().orElse(null)), order, page);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /// As they stand behind `where`.
    @Override
    public String toString() {
        return text.toString();
    }
}
