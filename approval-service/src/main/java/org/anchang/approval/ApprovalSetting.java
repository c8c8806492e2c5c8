package org.anchang.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its approvals.
public enum ApprovalSetting implements SettingKey {
    TASK_DUE_DAYS("2", "APR-2: days within which an open task should be signed", SettingKey.integer());

    private final String defaultValue;
    private final String explanation;
    private final String allowed;

    ApprovalSetting(String defaultValue, String explanation, String allowed) {
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
