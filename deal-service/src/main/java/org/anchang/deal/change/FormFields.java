package org.anchang.deal.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anchang.deal.Deal;
import org.anchang.kit.clock.OfficeClock;
import org.jspecify.annotations.Nullable;

/// The fields of a paper form by their English names, in the order in which they are printed. What is not filled in
/// is left out; names, numbers and telephones never stand here.
public final class FormFields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private FormFields() {}

    /// What every form begins with: 定房日期, 客户购房情况, 房号, 置业顾问.
    public static FormFields of(Deal deal) {
        return new FormFields()
                .with("ticket", deal.ticket())
                .with("bookedOn", OfficeClock.dateOf(deal.openedAt()))
                .with("purchaseSituation", deal.stage())
                .with("unit", deal.home().label())
                .with("consultant", deal.consultant());
    }

    public FormFields with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(name, value.toString());
        }
        return this;
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(fields);
    }
}
