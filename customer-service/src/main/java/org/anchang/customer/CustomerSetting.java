package org.anchang.customer;

import static org.anchang.kit.setting.SettingKey.days;
import static org.anchang.kit.setting.SettingKey.integer;
import static org.anchang.kit.setting.SettingKey.matching;
import static org.anchang.kit.setting.SettingKey.money;
import static org.anchang.kit.setting.SettingKey.oneOf;
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
    COMPANY_NAME(matching(".{0,60}", "", "PAP-1: the seller, as it stands on papers")),
    UNMERGE_DAYS(days("30", "CUS-3: days after a merge within which it can be undone")),
    SAVED_VIEWS(integer("20", "CUS-9: how many views of the customers' list a person may save in a project")),
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
                    + " is decided")),
    OWNERSHIP_CASE_DAYS(days("3", "REC-6: days within which a wish for another consultant or a dispute is decided")),
    DESK_AFTERNOON_FROM(matching(
            "9|1[0-7]",
            "13",
            "REC-8: the hour, of 9 to 17, at which the second half of a day at the front desk begins")),
    PHONE_CALL_MINUTES(positive("3", "TEL-1: minutes that a call may take before it is marked")),
    PHONE_CALL_MINUTES_ADVERTISING(
            positive("2", "TEL-1: minutes that a call may take on an advertising day before it is marked")),
    PHONE_CALL_QUESTIONS(integer("3", "TEL-1: answered questions that a call may have before it is marked")),
    COMPLAINT_DAYS(days("3", "CAR-2: days within which a complaint or suggestion is answered, if nobody says another")),
    CARE_DAYS_AHEAD(days("7", "CAR-1: days before a birthday or holiday on which its task is made")),
    KEY_PERSON_REFERRALS(positive(
            "3",
            "REF-1: customers who came through somebody, directly or not, from which on they are a key" + " person")),
    MESSAGES_QUIET_FROM(matching("([01][0-9]|2[0-3]):[0-5][0-9]", "21:00", "CAR-7: from when on no message goes out")),
    MESSAGES_QUIET_UNTIL(matching(
            "([01][0-9]|2[0-3]):[0-5][0-9]",
            "08:00",
            "CAR-7: until when none does, of the next day if need be; the same time: no quiet hours")),
    SHEETS_AT(oneOf(
            List.of("NONE", "7", "8", "9", "18", "19", "20", "21", "22"),
            "NONE",
            "RPT-2: the hour at which managers are told that the sheet of the day is there, and of the week and month that"
                    + " end with it; in the morning it is that of the day before")),
    SHEETS_TO(oneOf(
            List.of("SITE_MANAGER", "MANAGERS", "ALL_READERS"),
            "MANAGERS",
            "RPT-2: who is told: the site manager; the site, sales and general managers; or whoever reads the project's"
                    + " reports")),
    SURVEY_DAYS(days("14", "CAR-3: days for which the link of a survey holds")),
    SURVEY_SMALLEST_GROUP(
            positive("3", "CAR-3: answers from which on a score is shown, of the project and of each consultant")),
    GATHERING_REFERRAL_DAYS(
            days("90", "CAR-4: days after an event within which whom a guest brings counts as won by it")),
    REFERRAL_REWARD(money("0.00", "REF-3: reward for whoever brought a customer whose deal is filed, CNY; 0: none")),
    REFERRAL_REWARD_DAYS(days("30", "REF-3: days after filing at which a reward is due")),
    REFERRAL_BUDGET(money("0.00", "REF-3: rewards that may be paid in a calendar year, CNY; 0: no limit")),

    IMPORT_DAYS(positive(
            "14", "CUS-8: days for which a file of an older system and what could not be taken over of it are kept")),

    FIRST_FOLLOW_UP_DAYS_BY_CHANNEL(byChannel("from the first visit to the first follow-up")),
    NEXT_FOLLOW_UP_DAYS_BY_CHANNEL(byChannel("from one follow-up to the next where none is planned")),
    SUBSCRIPTION_DAYS_BY_CHANNEL(byChannel("from the first visit to the subscription")),
    CONTRACT_DAYS_BY_CHANNEL(byChannel("from the subscription to the contract")),
    MONEY_DAYS_BY_CHANNEL(byChannel("from the contract until all money is in")),
    FIRST_FOLLOW_UP_DAYS(days("3", "TRK-4: days from the first visit to the first follow-up; 0: no limit")),
    FIRST_FOLLOW_UP_WARNING_DAYS(days("1", "TRK-4: days before that from which it is shown")),
    NEXT_FOLLOW_UP_DAYS(days("7", "TRK-4: days from one follow-up to the next where none is planned; 0: no limit")),
    NEXT_FOLLOW_UP_WARNING_DAYS(days("1", "TRK-4: days before the next follow-up from which it is shown")),
    SUBSCRIPTION_DAYS(days("30", "TRK-4: days from the first visit to the subscription; 0: no limit")),
    SUBSCRIPTION_WARNING_DAYS(days("3", "TRK-4: days before that from which it is shown")),
    CONTRACT_DAYS(days("7", "TRK-4: days from the subscription to the contract; 0: no limit")),
    CONTRACT_WARNING_DAYS(days("2", "TRK-4: days before that from which it is shown")),
    MONEY_DAYS(days("30", "TRK-4: days from the contract until all money is in; 0: no limit")),
    MONEY_WARNING_DAYS(days("5", "TRK-4: days before that from which it is shown")),

    POOL_DAYS_A(days("0", "TRK-5: days without contact after which a customer of grade A goes to the pool; 0: never")),
    POOL_DAYS_B(days("0", "TRK-5: the same for grade B")),
    POOL_DAYS_C(days("0", "TRK-5: the same for grade C")),
    POOL_DAYS_D(days("0", "TRK-5: the same for grade D")),
    POOL_DAYS_UNGRADED(days("0", "TRK-5: the same for customers without a grade")),
    POOL_WARNING_DAYS(days("3", "TRK-5: days before that from which the owner is warned")),
    POOL_CLAIMS_A_DAY(integer("5", "TRK-5: how many customers a consultant takes from the pool on one day")),
    POOL_COOL_DOWN_DAYS(days("7", "TRK-5: days after which a former owner may take a customer back from the pool")),
    CUSTOMERS_PER_CONSULTANT(
            integer("0", "TRK-5: who owns so many customers that have not bought takes no more; 0: no limit")),

    CONSENT_WITHDRAWN_DAYS(
            days("7", "CUS-7: days after which what was kept by a consent that was taken back is deleted")),
    STATISTICS_LEAST_GROUP(positive(
            "5", "CUS-5: statistics of dossiers show no group of fewer customers than that, nor what gives one away"));

    private final Definition definition;

    CustomerSetting(Definition definition) {
        this.definition = definition;
    }

    private static Definition byChannel(String step) {
        return matching(
                "((PHONE_IN|WALK_IN|SOURCED|REFERRAL|PARTNER)=\\d{1,4}( (?!$)|$))*",
                "",
                "TRK-4: days " + step + " for customers of some channels, e.g. PHONE_IN=1 PARTNER=2; others have the"
                        + " project's days; 0: no limit");
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /// Where the project lies, and whose it is.
    @Override
    public boolean isProjectsOwn() {
        return this == REGION_INITIALS || this == COMPANY_NAME;
    }

    @ApplicationScoped
    static class All implements Settings.Catalogue {
        @Override
        public List<? extends SettingKey> keys() {
            return List.of(values());
        }
    }
}
