package org.anchang.customer;

import static org.anchang.kit.setting.SettingKey.days;
import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.oneOf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its customers.
public enum CustomerSetting implements SettingKey {
    REGION_INITIALS(matching(
            "[A-Z]{2}",
            "",
            "CUS-2: the region's two pinyin initials in customer numbers, e.g. LY for Luoyang; where none are set, those"
                    + " of the region in which the project was opened")),
    REFUND_FOLLOW_UP_DAYS(days("7", "RFD-3: days after a refund within which the consultant follows up")),
    RETURNING_USES_TURN(
            oneOf(
                    List.of("NO", "YES"),
                    "NO",
                    "REC-9: whether receiving a returning or referred visitor uses up the turn of the consultant who receives")),
    MISSED_TURN_MADE_UP(oneOf(
            List.of("YES", "NO"),
            "YES",
            "REC-9: whether a turn that came while the consultant received another's customer is made up afterwards")),
    HOUSEHOLD_OWNER(oneOf(
            List.of("CLOSING_CONSULTANT", "FIRST_CONSULTANT", "DECISION"),
            "CLOSING_CONSULTANT",
            "REC-9, REC-4: whose a household is of which several came: the one's who closes, the first consultant's, or as"
                    + " is decided"));

    private final Definition definition;

    CustomerSetting(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /// Where the project lies.
    @Override
    public boolean isProjectsOwn() {
        return this == REGION_INITIALS;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
