package org.anchang.customer;

import static org.anchang.kit.setting.SettingKey.days;
import static org.anchang.kit.setting.SettingKey.integer;
import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.positive;

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
    PHONE_CALL_MINUTES(positive("3", "TEL-1: minutes that a call may take before it is marked")),
    PHONE_CALL_MINUTES_ADVERTISING(
            positive("2", "TEL-1: minutes that a call may take on an advertising day before it is marked")),
    PHONE_CALL_QUESTIONS(integer("3", "TEL-1: answered questions that a call may have before it is marked")),
    COMPLAINT_DAYS(days("3", "CAR-2: days within which a complaint or suggestion is answered, if nobody says another")),
    CARE_DAYS_AHEAD(days("7", "CAR-1: days before a birthday or holiday on which its task is made")),
    KEY_PERSON_REFERRALS(positive(
            "3",
            "REF-1: customers who came through somebody, directly or not, from which on they are a key" + " person"));

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
