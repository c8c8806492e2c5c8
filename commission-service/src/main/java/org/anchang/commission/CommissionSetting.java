package org.anchang.commission;

import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.percent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its commissions.
public enum CommissionSetting implements SettingKey {
    COMPANY_NAME(matching(".{0,60}", "", "PAP-1: the seller, as it stands on papers")),
    PROJECT_NAME(matching(".{0,60}", "", "PAP-1: the project, as it stands on papers; empty: its code")),
    SUBSTITUTE_PERCENT(percent(
            "40.00",
            "COM-2: per cent of the commission for who received while the first consultant was on a business trip or"
                    + " on leave; the first consultant has the rest"));

    private final Definition definition;

    CommissionSetting(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public boolean isProjectsOwn() {
        return this == COMPANY_NAME || this == PROJECT_NAME;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
