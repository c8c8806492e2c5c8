package org.anchang.kit.setting;

import java.util.List;
import java.util.Map;

/// One setting of a service. Each service has one enum of them, found by CDI through [Settings.Catalogue].
public interface SettingKey {
    /// What a setting is: what it is read as, the value where a project has set none, and what it decides, with its
    /// unit and the rule's id.
    final class Definition {
        private final SettingForm form;
        private final String defaultValue;
        private final Object standard;
        private final String explanation;

        /// @throws IllegalArgumentException if the default is none of the setting's own values
        private Definition(SettingForm form, String defaultValue, String explanation) {
            this.form = form;
            this.defaultValue = defaultValue;
            this.standard =
                    form.read(defaultValue).orElseThrow(() -> new IllegalArgumentException(defaultValue + ": " + form));
            this.explanation = explanation;
        }

        SettingForm form() {
            return form;
        }

        String defaultValue() {
            return defaultValue;
        }

        /// The default, as what it is used as.
        Object standard() {
            return standard;
        }

        String explanation() {
            return explanation;
        }

        /// What a value must be, as facts of a refusal.
        Map<String, Object> facts() {
            return form.facts();
        }
    }

    /// The largest count; a day count ends earlier.
    int MANY = 1_000_000;

    /// Ten years.
    int LONG = 3650;

    /// The name in the API, e.g. `HOLD_MINUTES`.
    String name();

    Definition definition();

    /// Whether only the general manager sets it, not the administrator: what it decides is how far others
    /// may go with the project's money.
    default boolean isGeneralManagers() {
        return false;
    }

    /// Whether it says what the project itself is, which no other project's settings can tell.
    default boolean isProjectsOwn() {
        return false;
    }

    /// A whole number, zero among them.
    static Definition integer(String defaultValue, String explanation) {
        return new Definition(new SettingForm.Whole(0, MANY), defaultValue, explanation);
    }

    /// A whole number that is not zero.
    static Definition positive(String defaultValue, String explanation) {
        return new Definition(new SettingForm.Whole(1, MANY), defaultValue, explanation);
    }

    /// Days from one date to another.
    static Definition days(String defaultValue, String explanation) {
        return new Definition(new SettingForm.Whole(0, LONG), defaultValue, explanation);
    }

    /// CNY, to the cent.
    static Definition money(String defaultValue, String explanation) {
        return new Definition(new SettingForm.Amount(), defaultValue, explanation);
    }

    static Definition percent(String defaultValue, String explanation) {
        return new Definition(new SettingForm.Percent(), defaultValue, explanation);
    }

    static Definition matching(String pattern, String defaultValue, String explanation) {
        return new Definition(new SettingForm.Text(pattern), defaultValue, explanation);
    }

    static Definition oneOf(List<String> choices, String defaultValue, String explanation) {
        return new Definition(new SettingForm.Choice(choices), defaultValue, explanation);
    }
}
