package org.anchang.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

enum NoteSetting implements SettingKey {
    NOTE_LENGTH;

    @Override
    public Definition definition() {
        return SettingKey.integer("10", "longest note, in characters");
    }

    @ApplicationScoped
    static class Catalogue implements Settings.Catalogue {
        @Override
        public List<NoteSetting> keys() {
            return List.of(values());
        }
    }
}
