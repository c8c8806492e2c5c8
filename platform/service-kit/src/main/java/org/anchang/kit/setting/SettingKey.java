package org.anchang.kit.setting;

import java.util.List;

/// One setting of a service. Each service has one enum of them, found by CDI through [Settings.Catalogue].
public interface SettingKey {
    /// What a setting is: the value where a project has set none, what a value may be as a regular expression, and
    /// what it decides, with its unit and the rule's id.
    record Definition(String defaultValue, String allowed, String explanation) {}

    /// The name in the API, e.g. `HOLD_MINUTES`.
    String name();

    Definition definition();

    /// Whether only the general manager sets it, not the administrator: what it decides is how far others
    /// may go with the project's money.
    default boolean isGeneralManagers() {
        return false;
    }

    static Definition integer(String defaultValue, String explanation) {
        return new Definition(defaultValue, "\\d{1,9}", explanation);
    }

    /// A whole number that is not zero.
    static Definition positive(String defaultValue, String explanation) {
        return new Definition(defaultValue, "[1-9]\\d{0,8}", explanation);
    }

    static Definition decimal(String defaultValue, String explanation) {
        return new Definition(defaultValue, "\\d{1,9}(\\.\\d{1,4})?", explanation);
    }

    static Definition percent(String defaultValue, String explanation) {
        return new Definition(defaultValue, "100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?", explanation);
    }

    static Definition matching(String allowed, String defaultValue, String explanation) {
        return new Definition(defaultValue, allowed, explanation);
    }

    static Definition oneOf(List<String> choices, String defaultValue, String explanation) {
        return new Definition(defaultValue, String.join("|", choices), explanation);
    }
}
