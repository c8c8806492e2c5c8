package org.anchang.deal.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deal;
import org.anchang.deal.DealLine;
import org.anchang.kit.clock.OfficeClock;
import org.jspecify.annotations.Nullable;

/// The fields of a paper form by their English names, in the order in which they are printed. What is not filled in
/// is left out; names in full, numbers and telephones never stand here.
public final class FormFields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private FormFields() {}

    /// What every form begins with: 定房日期, 客户购房情况, 房号, 购房人, 置业顾问.
    public static FormFields of(Deal deal) {
        return new FormFields()
                .with(FormField.TICKET, deal.ticket())
                .with(FormField.BOOKED_ON, OfficeClock.dateOf(deal.openedAt()))
                .with(FormField.PURCHASE_SITUATION, deal.stage())
                .with(FormField.UNIT, deal.home().label())
                .with(
                        FormField.BUYERS,
                        deal.buyers().stream().map(Buyer::maskedName).collect(Collectors.joining("、")))
                .with(FormField.CONSULTANT, deal.consultant());
    }

    /// 户型, 房屋类型, 面积.
    public FormFields withHome(DealLine home) {
        return with(FormField.LAYOUT, home.layout())
                .with(FormField.PRODUCT_TYPE, home.productType())
                .with(FormField.AREA, home.area());
    }

    public FormFields with(FormField field, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(field.key(), value.toString());
        }
        return this;
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(fields);
    }
}
