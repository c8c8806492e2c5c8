package org.anchang.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

enum NoteSetting implements SettingKey {
    NOTE_LENGTH(SettingKey.integer("10", "longest note, in characters")),
    NOTE_FEE(SettingKey.money("50.00", "what a note costs, in CNY")),
    NOTE_SHARE(SettingKey.percent("10", "how much of it the writer has, in per cent"));

    private final Definition definition;

    NoteSetting(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @ApplicationScoped
    static class Catalogue implements Settings.Catalogue {
        @Override
        public List<NoteSetting> keys() {
            return List.of(values());
        }
    }
}
