package org.anchang.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.anchang.client.Office;
import org.anchang.demo.CustomerStory.DealPart;
import org.anchang.demo.CustomerStory.Part;
import org.jspecify.annotations.Nullable;

/// A quarter of sales: who comes when, what becomes of it, and the playing of it all. Everything is settled by the
/// seed beforehand, so that it does not matter which command overtakes which.
final class SalesSeason {
    private static final int HANDS = 12;

    private final Office office;
    private final DemoOptions options;
    private final Season season;
    private final Consumer<String> progress;
    private final Random chance;

    SalesSeason(Office office, DemoOptions options, Season season, Consumer<String> progress) {
        this.office = office;
        this.options = options;
        this.season = season;
        this.progress = progress;
        this.chance = new Random(options.seed());
    }

    /// @return what went wrong in single stories; the others went on
    List<String> play(List<String> units) {
        var parts = cast(units);
        var setting = new Story.Setting(
                office, options.project(), season, new Calendar(season.opening(), parts.size()), new Semaphore(HANDS));
        var failures = new ConcurrentLinkedQueue<String>();
        var told = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < parts.size(); i++) {
                var part = parts.get(i);
                var story = new CustomerStory(setting, part, options.seed() * 1_000_003 + i);
                threads.execute(() -> {
                    try {
                        story.play();
                    } catch (RuntimeException e) {
                        var plot =
                                part.deal() == null ? "a visitor" : part.deal().plot();
                        failures.add(plot + ": " + e.getMessage());
                        part.id().completeExceptionally(e);
                    } finally {
                        setting.calendar().leave();
                        report(told.incrementAndGet(), parts.size());
                    }
                });
            }
        }
        return List.copyOf(failures);
    }

    private void report(int told, int all) {
        if (told % Math.max(1, all / 10) == 0 || told == all) {
            progress.accept("%d of %d customers' stories".formatted(told, all));
        }
    }

    /// Who comes, in the order in which they come.
    private List<Part> cast(List<String> units) {
        var visitors = new Visitors(options.seed());
        var deals = deals(units, visitors.take(options.deals()));
        var parts = new ArrayList<Part>();
        var names = visitors.take(options.customers()).iterator();
        var days = new ArrayList<Coming>();
        deals.forEach(deal -> days.add(coming(deal)));
        for (int i = deals.size(); i < options.customers(); i++) {
            days.add(new Coming(chance.nextInt(Season.LAST + 1), null, null));
        }
        Collections.shuffle(days, chance);
        days.sort(Comparator.comparingInt(Coming::day));
        for (var coming : days) {
            parts.add(part(coming, names, parts));
        }
        return parts;
    }

    /// A day on which somebody comes for the first time.
    private record Coming(
            int day, Season.@Nullable Away away, @Nullable DealPart deal) {}

    private List<DealPart> deals(List<String> units, List<Visitors.Visitor> relatives) {
        var free = new ArrayList<>(units);
        Collections.shuffle(free, chance);
        var most = Math.min(options.deals(), free.size() / 2);
        var cast = Plot.cast(most, chance);
        var deals = new ArrayList<DealPart>();
        for (int i = 0; i < most; i++) {
            var plot = cast.get(i);
            deals.add(
                    new DealPart(plot, free.get(2 * i), free.get(2 * i + 1), plot.beginning(chance), relatives.get(i)));
        }
        return deals;
    }

    /// A buyer comes some days before the deal; some come again while their consultant is away.
    private Coming coming(DealPart deal) {
        var away = Season.ABSENCES.stream()
                .filter(absence -> absence.until() < deal.day() && deal.day() <= absence.until() + 14)
                .findFirst();
        if (away.isPresent() && away.get().from() > 2 && chance.nextInt(3) == 0) {
            return new Coming(away.get().from() - 1 - chance.nextInt(2), away.get(), deal);
        }
        return new Coming(Math.max(0, deal.day() - 1 - chance.nextInt(9)), null, deal);
    }

    private Part part(Coming coming, Iterator<Visitors.Visitor> names, List<Part> earlier) {
        var introducer = coming.away() == null && chance.nextInt(6) == 0 ? introducer(coming.day(), earlier) : null;
        var consultant = consultantOn(coming.day());
        if (coming.away() != null) {
            consultant = coming.away().person();
        } else if (introducer != null) {
            consultant = introducer.consultant();
        }
        return new Part(
                names.next(),
                consultant,
                coming.day(),
                new CompletableFuture<>(),
                coming.away(),
                introducer,
                coming.deal());
    }

    /// REC-5: somebody who came on an earlier day and brings a friend to the same consultant.
    private @Nullable Part introducer(int day, List<Part> earlier) {
        if (earlier.isEmpty()) {
            return null;
        }
        var introducer = earlier.get(chance.nextInt(earlier.size()));
        return introducer.day() < day ? introducer : null;
    }

    private String consultantOn(int day) {
        var onDuty = Staff.CONSULTANTS.stream()
                .filter(consultant -> !Season.isAway(consultant, day))
                .toList();
        return onDuty.get(chance.nextInt(onDuty.size()));
    }
}
