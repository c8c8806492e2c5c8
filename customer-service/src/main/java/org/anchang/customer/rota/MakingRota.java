package org.anchang.customer.rota;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.customer.roster.InCharge;
import org.anchang.customer.roster.Roster;
import org.anchang.customer.rota.RotaResource.DeskHalf;
import org.anchang.customer.rota.RotaResource.SetWeek;
import org.anchang.customer.rota.RotaResource.StandOf;
import org.anchang.customer.rota.RotaResource.SwapStands;
import org.anchang.customer.rota.Stands.Half;
import org.anchang.customer.rota.Stands.Stand;
import org.anchang.customer.rota.Stands.Week;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.ETags;

/// REC-8: a week is made, copied from the one before, and two change places. Days that have passed stay as
/// they were.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MakingRota implements InCharge {
    private static final int PLACES = 2;

    @Inject
    Stands stands;

    @Inject
    Roster roster;

    @Inject
    Event<Whereabouts.Changed> boards;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// Half-days that are not named stay as they are.
    ///
    /// @throws org.anchang.kit.problem.Refused ROTA_DAY_OUTSIDE_WEEK, ROTA_DAY_IS_PAST, DESK_HAS_TWO_PLACES,
    ///     STANDS_THERE_ALREADY, NOT_A_CONSULTANT
    void set(String project, List<String> ifMatch, SetWeek wish) {
        var week = held(project, Stands.mondayOf(wish.monday()));
        ETags.match(ifMatch, week.version());
        var before = byHalf(stands.of(week));
        var halves = new HashSet<Half>();
        for (var half : wish.halves()) {
            var when = new Half(half.day(), half.half());
            var people = half.people().stream().map(Names::plain).toList();
            refuseUnless(
                    Stands.mondayOf(half.day()).equals(week.monday()) && halves.add(when),
                    CustomerRefusal.ROTA_DAY_OUTSIDE_WEEK);
            var now = before.getOrDefault(when, List.of());
            if (!people.equals(now.stream().map(Stand::person).toList())) {
                mayStand(project, when, people);
                stands.takeAway(now);
                stands.put(week, when, people);
            }
        }
        changed(week);
    }

    /// Whoever is a consultant no more is left out.
    ///
    /// @throws org.anchang.kit.problem.Refused ROTA_IS_MADE, NOTHING_TO_COPY, ROTA_DAY_IS_PAST
    void copy(String project, LocalDate day) {
        var week = held(project, Stands.mondayOf(day));
        refuseIf(week.monday().plusDays(6).isBefore(clock.today()), CustomerRefusal.ROTA_DAY_IS_PAST);
        refuseUnless(stands.of(week).isEmpty(), CustomerRefusal.ROTA_IS_MADE);
        var last =
                stands.find(project, week.monday().minusDays(7)).map(stands::of).orElse(List.of());
        refuseIf(last.isEmpty(), CustomerRefusal.NOTHING_TO_COPY);
        byHalf(last).forEach((half, standing) -> {
            var people = standing.stream()
                    .map(Stand::person)
                    .filter(person -> roster.isConsultant(new Roster.Worker(project, person)))
                    .toList();
            stands.put(week, new Half(half.day().plusDays(7), half.half()), people);
        });
        changed(week);
    }

    /// Each takes the other's half-day, in the same week or in another.
    ///
    /// @throws org.anchang.kit.problem.Refused NOBODY_STANDS_THERE, ROTA_DAY_IS_PAST, STANDS_THERE_ALREADY
    void swap(String project, SwapStands wish) {
        var weeks = new HashMap<LocalDate, Week>();
        List.of(wish.one(), wish.other()).stream()
                .map(stand -> Stands.mondayOf(stand.day()))
                .sorted()
                .forEach(monday -> weeks.computeIfAbsent(monday, at -> held(project, at)));
        var one = at(weeks, wish.one());
        var other = at(weeks, wish.other());
        if (one.when().equals(other.when())) {
            throw refuse(CustomerRefusal.STANDS_THERE_ALREADY).with("person", other.person());
        }
        replace(weeks, one, other.person());
        replace(weeks, other, one.person());
        weeks.values().forEach(this::changed);
    }

    /// TRK-7: the successor stands there, where they may; else the place is free, and the page shows it.
    @Override
    public void handOver(Departure departure) {
        if (!departure.isConsultant()) {
            return;
        }
        var mayStand = roster.isConsultant(new Roster.Worker(departure.project(), departure.heir()));
        stands.of(departure.project(), departure.person(), clock.today()).stream()
                .collect(Collectors.groupingBy(half -> Stands.mondayOf(half.day()), TreeMap::new, Collectors.toList()))
                .forEach((monday, halves) -> {
                    var week = stands.hold(departure.project(), monday, departure.by(), departure.at());
                    var standing = byHalf(stands.of(week));
                    for (var half : halves) {
                        var before = standing.getOrDefault(half, List.of());
                        var people = before.stream()
                                .map(Stand::person)
                                .map(one -> mayStand && one.equals(departure.person()) ? departure.heir() : one)
                                .filter(one -> !one.equals(departure.person()))
                                .distinct()
                                .toList();
                        stands.takeAway(before);
                        stands.put(week, half, people);
                    }
                    changed(week);
                });
    }

    private void replace(Map<LocalDate, Week> weeks, Stand stand, String by) {
        var week = week(weeks, stand.day());
        var there = stands.of(week).stream()
                .filter(one -> one.when().equals(stand.when()))
                .toList();
        var people = new ArrayList<String>();
        there.forEach(one -> people.add(one.person().equals(stand.person()) ? by : one.person()));
        mayStand(week.project(), stand.when(), people);
        stands.takeAway(there);
        stands.put(week, stand.when(), people);
    }

    private Stand at(Map<LocalDate, Week> weeks, StandOf wish) {
        return stands.of(week(weeks, wish.day())).stream()
                .filter(one -> one.when().equals(new Half(wish.day(), wish.half())))
                .filter(one -> one.person().equals(wish.person()))
                .findFirst()
                .orElseThrow(() -> refuse(CustomerRefusal.NOBODY_STANDS_THERE).with("person", wish.person()));
    }

    private static Week week(Map<LocalDate, Week> weeks, LocalDate day) {
        var week = weeks.get(Stands.mondayOf(day));
        if (week == null) {
            throw new IllegalStateException("no week of " + day);
        }
        return week;
    }

    private void mayStand(String project, Half when, Collection<String> people) {
        refuseIf(when.day().isBefore(clock.today()), CustomerRefusal.ROTA_DAY_IS_PAST);
        refuseIf(people.size() > PLACES, CustomerRefusal.DESK_HAS_TWO_PLACES);
        var seen = new HashSet<String>();
        for (var person : people) {
            if (!seen.add(person)) {
                throw refuse(CustomerRefusal.STANDS_THERE_ALREADY).with("person", person);
            }
            roster.mustBeConsultant(new Roster.Worker(project, person));
        }
    }

    private static Map<Half, List<Stand>> byHalf(List<Stand> all) {
        return all.stream().collect(Collectors.groupingBy(Stand::when));
    }

    private Week held(String project, LocalDate monday) {
        caller.mustBeBoundTo(project);
        return stands.hold(project, monday, caller.name(), clock.instant());
    }

    private void changed(Week week) {
        stands.changed(week);
        boards.fire(new Whereabouts.Changed(week.project()));
    }

    /// For a page: all half-days of a week, those at which nobody stands too.
    static List<DeskHalf> halves(LocalDate monday, List<Stand> all) {
        var standing = byHalf(all);
        return monday.datesUntil(monday.plusDays(7))
                .flatMap(day -> List.of(HalfDay.values()).stream().map(half -> new Half(day, half)))
                .map(half -> new DeskHalf(
                        half.day(),
                        half.half(),
                        standing.getOrDefault(half, List.of()).stream()
                                .map(Stand::person)
                                .toList()))
                .toList();
    }
}
