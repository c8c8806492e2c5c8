package org.anchang.approval;

import static org.anchang.kit.setting.SettingKey.days;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its approvals.
public enum ApprovalSetting implements SettingKey {
    TASK_DUE_DAYS(days("2", "APR-2: days within which an open task should be signed"));

    private final Definition definition;

    ApprovalSetting(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
