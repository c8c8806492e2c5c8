package org.anchang.deal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// The limits and day counts of this service.
public enum DealSetting implements SettingKey {
    FULL_DEPOSIT("50000.00", SettingKey.decimal(), "DEP-2: the usual full deposit, in CNY"),
    DEPOSIT_CAP_PERCENT("20", SettingKey.decimal(), "DEP-4: all deposits of a deal, in per cent of its price at most"),
    TOP_UP_DAYS_LIMIT("15", SettingKey.integer(), "DEP-2: days from a small deposit to its top-up date, at most"),
    SIGNING_DAYS_LIMIT("30", SettingKey.integer(), "DEP-2: days from a full deposit to the signing date, at most"),
    FILING_DAYS("30", SettingKey.integer(), "CON-6: days from signing until the filing counts as overdue"),
    LOAN_DAYS("30", SettingKey.integer(), "CON-3: days from a loan's approval until its money is due");

    private final String defaultValue;
    private final String allowed;
    private final String explanation;

    DealSetting(String defaultValue, String allowed, String explanation) {
        this.defaultValue = defaultValue;
        this.allowed = allowed;
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
        return allowed;
    }

    @ApplicationScoped
    static class Catalogue implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
