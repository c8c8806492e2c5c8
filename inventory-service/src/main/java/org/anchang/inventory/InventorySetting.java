package org.anchang.inventory;

import static org.anchang.kit.setting.SettingKey.oneOf;
import static org.anchang.kit.setting.SettingKey.positive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its units.
public enum InventorySetting implements SettingKey {
    HOLD_MINUTES(positive("15", "INV-5: minutes that a hold lasts")),
    HOLD_MINUTES_LONGEST(positive("60", "INV-5: minutes that a hold lasts at most, all extensions together")),
    HOLD_LIMIT_PER_CONSULTANT(positive("3", "INV-5: holds that a consultant may have at a time without a deposit")),
    TICKET_QUOTA(positive("1", "INV-13: units that a ticket of an opening day buys at most")),
    CALL_SIZE(positive("10", "INV-13: tickets that are called at a time")),
    CALL_MINUTES(positive("5", "INV-13: minutes that the holder of a called ticket has to appear")),
    ABSENCE_RULE(oneOf(
            List.of("BACK", "END", "OUT"),
            "BACK",
            "INV-13: whether a ticket whose holder does not appear goes back in the queue, to its end, or out;"
                    + " whoever is absent twice is out")),
    ABSENCE_PLACES(positive("10", "INV-13: places that such a ticket goes back, by the rule BACK"));

    private final Definition definition;

    InventorySetting(Definition definition) {
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
