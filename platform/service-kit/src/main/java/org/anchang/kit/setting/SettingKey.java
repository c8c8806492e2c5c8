package org.anchang.kit.setting;

import java.util.List;

/// One setting of a service. Each service has one enum of them, found by CDI through [Settings.Catalogue].
public interface SettingKey {
    /// The name in the API, e.g. `HOLD_MINUTES`.
    String name();

    /// The value where a project has set none.
    String defaultValue();

    /// What it decides, with its unit and the rule's id.
    String explanation();

    /// What a value may be, as a regular expression.
    String allowed();

    static String integer() {
        return "\\d{1,9}";
    }

    static String decimal() {
        return "\\d{1,9}(\\.\\d{1,4})?";
    }

    static String oneOf(String... choices) {
        return String.join("|", List.of(choices));
    }
}
