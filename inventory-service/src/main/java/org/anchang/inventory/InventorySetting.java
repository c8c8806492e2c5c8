package org.anchang.inventory;

import static org.anchang.kit.setting.SettingKey.days;
import static org.anchang.kit.setting.SettingKey.integer;
import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.oneOf;
import static org.anchang.kit.setting.SettingKey.percent;
import static org.anchang.kit.setting.SettingKey.positive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// What a project may set about its units.
public enum InventorySetting implements SettingKey {
    HOLD_MINUTES(positive("15", "INV-5: minutes that a hold lasts")),
    HOLD_MINUTES_LONGEST(positive(
            "60", "INV-5: minutes that a hold lasts at most, all extensions together, whatever HOLD_MINUTES says")),
    HOLD_AGAIN_MINUTES(integer(
            "0",
            "INV-5: minutes for which neither consultant nor customer of a hold that ended gets the unit again while others"
                    + " wait for it; 0: at once")),
    HOLD_PAUSE_MINUTES_LONGEST(
            integer("15", "INV-5: minutes that a hold's clock may stand still, all pauses together")),
    HOLD_LIMIT_PER_CONSULTANT(positive("3", "INV-5: holds that a consultant may have at a time without a deposit")),
    HOLD_LIMIT_PER_CUSTOMER(
            positive(
                    "2",
                    "INV-5: holds that a customer may have at a time without a deposit; with a ticket TICKET_QUOTA counts instead")),
    WAITING_LIMIT_PER_CONSULTANT(positive("10", "INV-5: units that a consultant may be in line for at a time")),
    WAITING_LIMIT_PER_CUSTOMER(positive("2", "INV-5: units that a customer may be in line for at a time")),
    WAITING_HEAD_START_MINUTES(
            integer("0", "INV-5: minutes that a unit which becomes free is kept for whoever is next in line")),
    TICKET_QUOTA(positive(
            "1", "INV-13: units that a ticket of an opening day buys at most, whatever HOLD_LIMIT_PER_CUSTOMER says")),
    CALL_SIZE(positive("10", "INV-13: tickets that are called at a time")),
    CALL_MINUTES(positive("5", "INV-13: minutes that the holder of a called ticket has to appear")),
    ABSENCE_RULE(oneOf(
            List.of("BACK", "END", "OUT"),
            "BACK",
            "INV-13: whether a ticket whose holder does not appear goes back in the queue, to its end, or out;"
                    + " whoever is absent twice is out")),
    ABSENCE_PLACES(positive("10", "INV-13: places that such a ticket goes back, by the rule BACK")),
    PRICE_CUT_LIMIT_PERCENT(percent(
            "10",
            "INV-12: by how much, in per cent of a unit's total, a price may be lowered without the general manager; only"
                    + " the general manager sets it")),
    PRICE_CUT_DAYS(days(
            "7",
            "INV-12: days within which cuts of a unit's price count together, so that no deep cut is made of many small"
                    + " ones; only the general manager sets it")),
    QUOTE_DAYS(days("3", "PAP-1: days for which a printed quote holds")),
    QUOTE_DISCOUNT_LUMP_SUM(
            percent("0", "PAP-1: discount, in per cent of the list total, that a quote offers to who pays at once")),
    QUOTE_DISCOUNT_MORTGAGE(percent("0", "PAP-1: the same to who pays by a mortgage")),
    QUOTE_DISCOUNT_INSTALMENTS(percent("0", "PAP-1: the same to who pays by instalments")),
    QUOTE_DOWN_PAYMENT(percent("30", "PAP-1: the down payment of a mortgage on a quote, in per cent of the total")),
    QUOTE_FIRST_INSTALMENT(percent("50", "PAP-1: the first instalment on a quote, in per cent of the total")),
    COMPANY_NAME(matching(".{0,60}", "", "PAP-1: the seller, as it stands on papers")),
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

    @Override
    public boolean isGeneralManagers() {
        return this == PRICE_CUT_LIMIT_PERCENT || this == PRICE_CUT_DAYS;
    }

    @Override
    public boolean isProjectsOwn() {
        return this == COMPANY_NAME;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
