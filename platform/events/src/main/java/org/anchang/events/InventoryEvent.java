package org.anchang.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What inventory-service tells: units, their states and who holds them.
public sealed interface InventoryEvent extends Event {
    String TOPIC = "inventory-events";

    /// What is told of one unit.
    sealed interface OfUnit extends InventoryEvent {
        UUID unit();

        @Override
        default UUID aggregate() {
            return unit();
        }
    }

    /// What changes a cell of the sales-control table (INV-7).
    sealed interface Cell extends OfUnit {
        UnitState from();

        UnitState to();
    }

    /// What is told of a building's certificates (INV-6).
    sealed interface OfBuilding extends InventoryEvent {
        UUID building();

        @Override
        default UUID aggregate() {
            return building();
        }
    }

    /// What is told of an opening day (INV-13).
    sealed interface OfOpeningDay extends InventoryEvent {
        UUID day();
    }

    /// INV-1: a project is opened. First event of the project's own stream.
    ///
    /// @param opening made of the project's code, so that all about the project comes in one stream
    /// @param region  in which the project lies; its two pinyin initials begin customer numbers (CUS-2)
    record ProjectOpened(
            UUID opening,
            String project,
            Instant at,
            String name,
            String region,
            @Nullable String city,
            boolean rehearsal)
            implements InventoryEvent {
        @Override
        public UUID aggregate() {
            return opening;
        }
    }

    /// INV-6: one of the five certificates of a building is on record.
    record PermitRecorded(
            UUID building,
            String project,
            Instant at,
            Certificate certificate,
            String number,
            LocalDate validFrom,
            @Nullable LocalDate validUntil)
            implements OfBuilding {}

    /// INV-6: a certificate of a building was revoked, or put on record by mistake.
    ///
    /// @param from the first day on which it does not count; the earliest of a certificate stands
    record PermitRevoked(
            UUID building,
            String project,
            Instant at,
            Certificate certificate,
            String number,
            LocalDate from,
            String reason)
            implements OfBuilding {}

    /// INV-8, INV-14: a release put these units on sale. One of many units is told in several of these, all at the same
    /// moment: its units are those of all of them together. Each unit's change is a `UnitStateChanged` of its own.
    record UnitsReleased(UUID release, String project, Instant at, List<UUID> units, String by)
            implements InventoryEvent {
        @Override
        public UUID aggregate() {
            return release;
        }
    }

    /// INV-5
    record UnitHeld(
            UUID unit,
            String project,
            Instant at,
            UnitState from,
            UnitState to,
            UUID hold,
            UUID customer,
            String consultant,
            Instant expiresAt)
            implements Cell {}

    /// INV-5: the hold ended by itself.
    record HoldExpired(UUID unit, String project, Instant at, UnitState from, UnitState to, UUID hold)
            implements Cell {}

    /// The hold was given back before its time, or its deal did not come about. `reason` is a word, e.g.
    /// `GIVEN_BACK`: what was written about it stays in inventory-service (CUS-6).
    record HoldReleased(UUID unit, String project, Instant at, UnitState from, UnitState to, UUID hold, String reason)
            implements Cell {}

    /// INV-5: the hold ends at another moment than before: it was extended, its clock stands still, or goes on.
    ///
    /// @param expiresAt   when it ends now; while it is paused, with what is left of the pause
    /// @param cause       `EXTENSION`, `PAUSE` or `RESUMPTION`
    /// @param pausedUntil of a pause: when it ends by itself
    record HoldExtended(
            UUID unit,
            String project,
            Instant at,
            UUID hold,
            Instant expiresAt,
            String cause,
            @Nullable Instant pausedUntil)
            implements OfUnit {}

    /// INV-5: the unit is free, and whoever waited for it next was told; and whoever comes then, where the turn was not
    /// used. Nobody twice each time that it becomes free.
    ///
    /// @param place          in the line for the unit
    /// @param headStartUntil until then nobody else may hold it; absent where the project gives no head start
    record NextInLineTold(
            UUID unit,
            String project,
            Instant at,
            UUID place,
            UUID customer,
            String consultant,
            @Nullable Instant headStartUntil)
            implements OfUnit {}

    /// What a unit is, as people speak of it.
    ///
    /// @param building by its name
    /// @param layout   户型; absent where the price list gave none
    record Described(
            String label, String building, @Nullable String layout, String productType) {}

    /// INV-3: a move that has no event of its own; `deal` names the deal that caused it, if one did.
    ///
    /// @param described of a release (INV-8): what was put on sale
    record UnitStateChanged(
            UUID unit,
            String project,
            Instant at,
            UnitState from,
            UnitState to,
            @Nullable UUID deal,
            String reason,
            @Nullable Described described)
            implements Cell {}

    /// INV-2
    record UnitPriceChanged(
            UUID unit, String project, Instant at, BigDecimal unitPrice, BigDecimal total, int version, String by)
            implements OfUnit {}

    /// INV-9
    record UnitLayoutChanged(UUID unit, String project, Instant at, String layout, UUID approval) implements OfUnit {}

    /// INV-13: the order in which the tickets of an opening day are called is drawn, for good.
    ///
    /// @param method `LOTTERY`, or `NOTARY` where the notary's list was taken over
    /// @param seed   of a lottery: with it anybody can recompute the order
    record OpeningDayDrawn(
            UUID day,
            String project,
            Instant at,
            UUID release,
            String method,
            @Nullable String seed,
            int tickets) implements OfOpeningDay {
        @Override
        public UUID aggregate() {
            return day;
        }
    }

    /// INV-13: the holder of a ticket shall appear and choose.
    ///
    /// @param desk where
    record TicketCalled(
            UUID ticket,
            String project,
            Instant at,
            UUID day,
            String number,
            @Nullable UUID customer,
            @Nullable String desk,
            Instant appearUntil)
            implements OfOpeningDay {
        @Override
        public UUID aggregate() {
            return ticket;
        }
    }

    /// Newer than this reader: counted, passed over, and still a step in the aggregate's sequence.
    record Unknown(UUID aggregate, String project, Instant at, String type) implements InventoryEvent {}

    /// INV-3. Closed.
    enum UnitState {
        CLOSED,
        AVAILABLE,
        HELD,
        RESERVED,
        SUBSCRIBED,
        CONTRACTED,
        FILED,
        WITHHELD
    }

    /// The five certificates (五证) of INV-6. Closed.
    enum Certificate {
        LAND_USE,
        LAND_PLANNING,
        WORKS_PLANNING,
        CONSTRUCTION,
        PRE_SALE
    }
}
