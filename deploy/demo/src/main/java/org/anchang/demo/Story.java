package org.anchang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.anchang.client.Answer;
import org.anchang.client.Office;

/// What one customer goes through, told step by step: a step is a command by somebody, at a moment of the season.
class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What all stories of a season share.
    ///
    /// @param hands how many commands run at a time
    record Setting(Office office, String project, Season season, Calendar calendar, Semaphore hands) {}

    final Setting setting;
    final Random chance;
    private int day;
    private int minute;

    /// @param day on which it begins
    Story(Setting setting, Random chance, int day) {
        this.setting = setting;
        this.chance = chance;
        this.day = day;
        this.minute = chance.nextInt(240);
    }

    /// Goes on with the story of the same customer, at its moment.
    Story(Story before) {
        this(before.setting, before.chance, before.day);
        this.minute = before.minute;
    }

    /// Days pass. A story never goes beyond yesterday.
    void pass(int days) {
        if (days > 0 && day < Season.LAST) {
            day = Math.min(Season.LAST, day + days);
            minute = chance.nextInt(240);
        }
    }

    int day() {
        return day;
    }

    LocalDate today() {
        return setting.season().date(day);
    }

    /// Returns when the story's day has come.
    void arrive() {
        setting.calendar().reach(today());
    }

    /// A command that has to be done.
    Answer does(String person, String path, Object body) {
        return tries(person, path, body).done();
    }

    Answer does(String person, String path) {
        return does(person, path, Map.of());
    }

    /// A command that may be refused.
    Answer tries(String person, String path, Object body) {
        arrive();
        minute += 2 + chance.nextInt(9);
        var moment = moment();
        return withFreeHands(() -> setting.office().person(person).at(moment).post(path, body));
    }

    Answer reads(String person, String path) {
        return withFreeHands(() -> setting.office().person(person).get(path).done());
    }

    /// Reads until what was read shows what is expected; others are told by events, which take a moment.
    Answer awaits(String person, String path, Predicate<Answer> expected) {
        var end = Instant.now().plus(PATIENCE);
        for (long pause = 20; ; pause = Math.min(pause * 2, 500)) {
            var answer = reads(person, path);
            if (expected.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited in vain: " + answer.request() + " → " + answer.json());
            }
            sleep(pause);
        }
    }

    private Instant moment() {
        return today().atTime(9, 0)
                .plusMinutes(Math.min(minute, 14 * 60L))
                .atZone(Season.ZONE)
                .toInstant();
    }

    private Answer withFreeHands(Supplier<Answer> command) {
        setting.hands().acquireUninterruptibly();
        try {
            return command.get();
        } finally {
            setting.hands().release();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
