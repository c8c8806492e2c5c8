package org.anchang.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

enum NoteSetting implements SettingKey {
    NOTE_LENGTH;

    @Override
    public String defaultValue() {
        return "10";
    }

    @Override
    public String explanation() {
        return "longest note, in characters";
    }

    @Override
    public String allowed() {
        return SettingKey.integer();
    }

    @ApplicationScoped
    static class Catalogue implements Settings.Catalogue {
        @Override
        public List<NoteSetting> keys() {
            return List.of(values());
        }
    }
}
