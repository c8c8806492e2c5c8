package org.anchang.commission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its commissions.
public enum CommissionSetting implements SettingKey {
    SUBSTITUTE_PERCENT(
            "40.00",
            "COM-2: per cent of the commission for who received while the first consultant was on a business trip or"
                    + " on leave; the first consultant has the rest",
            "100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?");

    private final String defaultValue;
    private final String explanation;
    private final String allowed;

    CommissionSetting(String defaultValue, String explanation, String allowed) {
        this.defaultValue = defaultValue;
        this.explanation = explanation;
        this.allowed = allowed;
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
        return allowed;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
