package org.anchang.kit.clock;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// The time of the office. Everything that records a date or compares one asks this clock and no other, but for
/// timers that guard a race (a hold's end), which run on the database's clock.
///
/// In demonstrations and tests a request may say when it is, so that a quarter of sales can be played in minutes; an
/// event then passes its time on. What reads it from a request is no part of a service: where there is one on the
/// class path beside it (`office-clock`), and whoever starts the JVM says that it goes, the clock is settable, and
/// nowhere else.
@ApplicationScoped
public class OfficeClock implements InstantSource {
    public static final ZoneId OFFICE_ZONE = ZoneId.of("Asia/Shanghai");

    /// The system property by which a JVM is started with a clock that goes: one class path serves with it and without.
    static final String GOES = "anchang.clock.settable";

    /// The moment by the headers of a request, or null.
    private final @Nullable Function<UnaryOperator<@Nullable String>, @Nullable Instant> told;

    OfficeClock() {
        this(beside());
    }

    OfficeClock(@Nullable Function<UnaryOperator<@Nullable String>, @Nullable Instant> told) {
        this.told = told;
    }

    /// Of the program and not of the service in it, whose own classes are loaded apart.
    @SuppressWarnings("unchecked")
    private static @Nullable Function<UnaryOperator<@Nullable String>, @Nullable Instant> beside() {
        return Boolean.getBoolean(GOES)
                ? ServiceLoader.load(Function.class, ClassLoader.getSystemClassLoader())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    @Override
    public Instant instant() {
        var set = setTo();
        return set == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : set;
    }

    /// At which the current request or event runs, where somebody chose it.
    public @Nullable Instant setTo() {
        return isSettable() && Arc.container().requestContext().isActive()
                ? Arc.container().instance(SetClock.class).get().instant()
                : null;
    }

    /// Today's date in the office.
    public LocalDate today() {
        return dateOf(instant());
    }

    /// Lets the current request or event run at `instant`; nothing happens where the clock is not settable.
    public void set(Instant instant) {
        if (isSettable()) {
            Arc.container().instance(SetClock.class).get().set(instant);
        }
    }

    /// Lets the request run when it says, if it may and does.
    ///
    /// @param headers the values of its headers, by name
    /// @throws org.anchang.kit.problem.Refused CLOCK_NOT_UNDERSTOOD
    void setAsTold(UnaryOperator<@Nullable String> headers) {
        if (told == null) {
            return;
        }
        try {
            var moment = told.apply(headers);
            if (moment != null) {
                refuseUnless(OfficeYears.have(moment), KitRefusal.CLOCK_NOT_UNDERSTOOD);
                set(moment);
            }
        } catch (DateTimeException e) {
            throw refuse(KitRefusal.CLOCK_NOT_UNDERSTOOD);
        }
    }

    boolean isSettable() {
        return told != null;
    }

    /// The date of an instant in the office.
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, OFFICE_ZONE);
    }
}
