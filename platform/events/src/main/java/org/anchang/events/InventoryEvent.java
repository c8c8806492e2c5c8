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

    /// What changes a cell of the sales-control table (INV-7).
    sealed interface Cell extends InventoryEvent {
        UUID unit();

        @Override
        default UUID aggregate() {
            return unit();
        }

        UnitState from();

        UnitState to();
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
            implements InventoryEvent {
        @Override
        public UUID aggregate() {
            return building;
        }
    }

    /// INV-8, INV-14: a release put these units on sale. Each unit's change is a `UnitStateChanged` of its own.
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

    /// The hold was given back before its time.
    record HoldReleased(UUID unit, String project, Instant at, UnitState from, UnitState to, UUID hold, String reason)
            implements Cell {}

    /// INV-3: a move that has no event of its own; `deal` names the deal that caused it, if one did.
    record UnitStateChanged(
            UUID unit,
            String project,
            Instant at,
            UnitState from,
            UnitState to,
            @Nullable UUID deal,
            String reason) implements Cell {}

    /// INV-2
    record UnitPriceChanged(
            UUID unit, String project, Instant at, BigDecimal unitPrice, BigDecimal total, int version, String by)
            implements InventoryEvent {
        @Override
        public UUID aggregate() {
            return unit;
        }
    }

    /// INV-9
    record UnitLayoutChanged(UUID unit, String project, Instant at, String layout, UUID approval)
            implements InventoryEvent {
        @Override
        public UUID aggregate() {
            return unit;
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
