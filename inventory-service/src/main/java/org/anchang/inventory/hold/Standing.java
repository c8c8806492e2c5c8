package org.anchang.inventory.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anchang.inventory.InventorySetting;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All that decides whether somebody gets a unit that is free, read while its row is locked; [HoldPolicy] decides.
///
/// @param ticket INV-13: null unless the unit is kept for the tickets of an opening day
/// @param at     by the clock of the office
record Standing(Facts facts, @Nullable ByTicket ticket, Instant at) {
    /// Who asks for which unit, for whom and when.
    record Asker(UUID unit, String project, UUID customer, String consultant, Instant at, LocalDate today) {}

    /// What one statement reads.
    ///
    /// @param openingDay      INV-13: that is on, for whose tickets the unit is kept
    /// @param customer        the record that stands for whom the unit was asked (CUS-3)
    /// @param isAnothers      SEC-1: whether the customer is known to be another consultant's
    /// @param attachedTaken   INV-11: of what is attached to the home, one that is not available, by its label
    /// @param uncertified     INV-6: a building without the five certificates, the home's or what is attached's
    /// @param othersTurnUntil INV-5: until when another customer has the head start
    /// @param isInLine        whether the customer waits for the unit
    /// @param othersWait      whether another customer does
    /// @param holdAgainAt     when this consultant or customer, who had it last, may have it while others wait
    /// @param ofConsultant    holds without a deal there are already, as `forCustomer`
    /// @param now             by the clock of the database
    record Facts(
            int priceVersion,
            boolean isAttached,
            @Nullable UUID openingDay,
            UUID customer,
            boolean isAnothers,
            @Nullable String attachedTaken,
            @Nullable UUID uncertified,
            @Nullable Instant othersTurnUntil,
            boolean isInLine,
            boolean othersWait,
            @Nullable Instant holdAgainAt,
            int ofConsultant,
            int forCustomer,
            int holdLimitPerConsultant,
            int holdLimitPerCustomer,
            int holdMinutes,
            int holdMinutesLongest,
            Instant now) {}

    /// INV-13: how it stands with the ticket for a unit that is kept for tickets. It is locked, so that holds of one
    /// and the same ticket are made one after the other.
    ///
    /// @param ticket     none was shown: null
    /// @param isPresent  called, and its holder has appeared
    /// @param quota      how many live holds it may have
    /// @param slotsTaken one of the quota each, by the live holds that it has
    record ByTicket(
            @Nullable UUID ticket, boolean isPresent, boolean isForCustomer, int quota, Set<Integer> slotsTaken) {
        static final ByTicket NONE_SHOWN = unknown(null);

        /// One that is not of this day.
        static ByTicket unknown(@Nullable UUID ticket) {
            return new ByTicket(ticket, false, false, 0, Set.of());
        }

        /// The slot that a hold takes.
        OptionalInt freeSlot() {
            return IntStream.rangeClosed(1, quota)
                    .filter(slot -> !slotsTaken.contains(slot))
                    .findFirst();
        }
    }

    /// A statement of its own, so that it sees what was committed before the unit was locked. Only commands of one
    /// and the same consultant or customer wait for each other, to be counted. A head start lasts until its turn
    /// was passed on, so that nobody slips in between two.
    private static final String FACTS = """
            SELECT u.price_version, u.attached_to IS NOT NULL AS is_attached, kept.day AS opening_day, asked.customer,
                   customer_is_anothers(u.project, :consultant, asked.customer) AS is_anothers,
                   (SELECT min(a.label) FROM unit_standing a WHERE a.attached_to = u.id AND a.state <> 'AVAILABLE') AS attached_taken,
                   (SELECT b.building FROM unit_standing b
                    WHERE (b.id = u.id OR b.attached_to = u.id) AND NOT certificates_complete(b.building, :today) LIMIT 1) AS uncertified,
                   (SELECT greatest(turn_until, clock_timestamp()) FROM waiting_standing
                    WHERE unit = u.id AND customer <> asked.customer
                      AND turn_until IS NOT NULL AND head_start_until IS NOT NULL) AS others_turn_until,
                   EXISTS (SELECT 1 FROM waiting_standing WHERE unit = u.id AND customer = asked.customer AND is_live) AS is_in_line,
                   EXISTS (SELECT 1 FROM waiting_standing WHERE unit = u.id AND customer <> asked.customer AND is_live) AS others_wait,
                   (SELECT max(ended_at) + again.time FROM hold
                    WHERE unit = u.id AND ended_at > CAST(:at AS timestamptz) - again.time
                      AND (consultant = :consultant OR customer = asked.customer)) AS hold_again_at,
                   so_far.of_consultant, so_far.for_customer, allowed.HOLD_LIMIT_PER_CONSULTANT, allowed.HOLD_LIMIT_PER_CUSTOMER,
                   allowed.HOLD_MINUTES, allowed.HOLD_MINUTES_LONGEST, clock_timestamp() AS now
            FROM unit_standing u
            LEFT JOIN kept_unit kept ON kept.unit = u.id
            CROSS JOIN (%s) allowed
            CROSS JOIN LATERAL (SELECT make_interval(mins => nullif(allowed.HOLD_AGAIN_MINUTES, 0)) AS time) again
            CROSS JOIN LATERAL (SELECT standing_customer(:customer) AS customer OFFSET 0) asked
            CROSS JOIN LATERAL holds_so_far(u.project, :consultant, asked.customer) so_far
            WHERE u.id = :unit""".formatted(Settings.columns(
            InventorySetting.HOLD_MINUTES,
            InventorySetting.HOLD_MINUTES_LONGEST,
            InventorySetting.HOLD_AGAIN_MINUTES,
            InventorySetting.HOLD_LIMIT_PER_CONSULTANT,
            InventorySetting.HOLD_LIMIT_PER_CUSTOMER));

    static Facts facts(Database database, Asker asker) {
        return database.sql(FACTS).with(asker).one(Facts.class);
    }

    boolean ofTicket(Predicate<ByTicket> condition) {
        return ticket != null && condition.test(ticket);
    }

    /// INV-5: who had the unit last lets the others have it first.
    boolean wasHeldJustNow() {
        return facts.othersWait()
                && !facts.isInLine()
                && facts.holdAgainAt() != null
                && facts.holdAgainAt().isAfter(at);
    }
}
