package org.anchang.deal;

import static org.anchang.kit.setting.SettingKey.days;
import static org.anchang.kit.setting.SettingKey.integer;
import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.money;
import static org.anchang.kit.setting.SettingKey.oneOf;
import static org.anchang.kit.setting.SettingKey.percent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anchang.kit.setting.SettingKey;
import org.anchang.kit.setting.Settings;

/// The limits and day counts of this service.
public enum DealSetting implements SettingKey {
    FULL_DEPOSIT(money("50000.00", "DEP-2: the full deposit, in CNY; less is a small deposit")),
    DEPOSIT_CAP_PERCENT(percent("20", "DEP-4: all deposits of a deal, in per cent of its price at most")),
    DISCOUNT_LIMIT_CONSULTANT(
            percent("3", "INV-12: discount that a consultant may give without asking, in per cent of the list price")),
    DISCOUNT_LIMIT_SITE_MANAGER(percent(
            "5", "INV-12: discount that a site manager may give without asking, in per cent of the list price")),
    DISCOUNT_LIMIT_SALES_MANAGER(percent(
            "8", "INV-12: discount that a sales manager may give without asking, in per cent of the list price")),
    FLOOR_TRIES(integer(
            "3",
            "INV-12: prices below the floor price that one person may ask for of one unit, until no price below the list is"
                    + " drawn up for them any more; only the general manager sets it")),
    TOP_UP_DAYS_LIMIT(days("15", "DEP-2: days from a small deposit to its top-up date, at most")),
    SIGNING_DAYS_LIMIT(days("30", "DEP-2: days from a full deposit to the signing date, at most")),
    FILING_DAYS(days("30", "CON-6: days from signing until the filing counts as overdue")),
    LOAN_DAYS(days("30", "CON-3: days from a loan's approval until its money is due")),
    DUNNING_DAYS(days("7", "COL-2: days that a dunning letter gives until the overdue money is to be paid")),
    COMPANY_NAME(matching(".{0,60}", "", "PAP-1: the seller, as it stands on papers")),
    PROJECT_NAME(matching(".{0,60}", "", "PAP-1: the project, as it stands on papers; empty: its code")),
    SALE_COUNTS_AT(oneOf(
            List.of("SUBSCRIBED", "CONTRACTED", "FILED"),
            "CONTRACTED",
            "RPT-1: the stage at which a deal counts as a sale in the quarter's progress")),
    WEEK_BEGINS(oneOf(
            Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toList(),
            "MONDAY",
            "RPT-1: the day with which a week of the quarter's progress begins"));

    private static final Set<DealSetting> GENERAL_MANAGERS = EnumSet.of(
            DISCOUNT_LIMIT_CONSULTANT, DISCOUNT_LIMIT_SITE_MANAGER, DISCOUNT_LIMIT_SALES_MANAGER, FLOOR_TRIES);

    private final Definition definition;

    DealSetting(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public boolean isGeneralManagers() {
        return GENERAL_MANAGERS.contains(this);
    }

    @Override
    public boolean isProjectsOwn() {
        return this == COMPANY_NAME || this == PROJECT_NAME;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
