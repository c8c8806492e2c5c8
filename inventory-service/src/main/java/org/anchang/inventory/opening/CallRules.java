package org.anchang.inventory.opening;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/// INV-13: the rules of a running day, which are the project's settings as it started: nobody changes them under way.
///
/// @param quota         units that a ticket buys at most
/// @param callSize      tickets that are called at a time
/// @param callMinutes   minutes that a called ticket has to appear
/// @param absenceRule   what becomes of one that does not
/// @param absencePlaces how far back it goes, where it goes back
@Embeddable
public record CallRules(
        @Column(name = "quota") int quota,
        @Column(name = "call_size") int callSize,
        @Column(name = "call_minutes") int callMinutes,

        @Column(name = "absence_rule") @Enumerated(EnumType.STRING)
        AbsenceRule absenceRule,

        @Column(name = "absence_places") int absencePlaces) {}
