package org.anchang.reporting;

import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.positive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its reports.
public enum ReportingSetting implements SettingKey {
    OVERDUE_AGES(matching(
            "[1-9][0-9]{0,2}(,[1-9][0-9]{0,2}){0,4}",
            "30,60,90",
            "RPT-2: the days of delay that part overdue money by its age, the shortest first")),
    SHEET_LINES_MOST(positive("100000", "RPT-3: lines of a figure that are written as a workbook at most"));

    private final Definition definition;

    ReportingSetting(Definition definition) {
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
