package org.anchang.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its units.
public enum InventorySetting implements SettingKey {
    HOLD_MINUTES("15", "INV-5: minutes that a hold lasts"),
    HOLD_MINUTES_LONGEST("60", "INV-5: minutes that a hold lasts at most, all extensions together"),
    HOLD_LIMIT_PER_CONSULTANT("3", "INV-5: holds that a consultant may have at a time without a deposit");

    private final String defaultValue;
    private final String explanation;

    InventorySetting(String defaultValue, String explanation) {
        this.defaultValue = defaultValue;
        this.explanation = explanation;
    }

    @Override
    public String defaultValue() {
        return defaultValue;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public String allowed() {
        return "[1-9]\\d{0,4}";
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
