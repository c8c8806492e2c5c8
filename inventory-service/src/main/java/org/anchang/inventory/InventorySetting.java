package org.anchang.inventory;

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
    PRICE_LIST_BAD_CELLS_SHOWN(positive("1000", "INV-2: bad cells of a price list that are shown; all are counted")),
    PRICE_PREVIEW_DAYS(
            positive("7", "INV-2: days for which a price list or adjustment that was tried can be taken over"));

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
