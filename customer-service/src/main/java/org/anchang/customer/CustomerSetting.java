package org.anchang.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its customers.
public enum CustomerSetting implements SettingKey {
    REGION_INITIALS(
            "LY", "CUS-2: the region's two pinyin initials in customer numbers, e.g. LY for Luoyang", "[A-Z]{2}"),
    REFUND_FOLLOW_UP_DAYS(
            "7", "RFD-3: days after a refund within which the consultant follows up", SettingKey.integer());

    private final String defaultValue;
    private final String explanation;
    private final String allowed;

    CustomerSetting(String defaultValue, String explanation, String allowed) {
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
