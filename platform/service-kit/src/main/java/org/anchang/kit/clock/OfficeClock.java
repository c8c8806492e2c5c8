package org.anchang.kit.clock;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The time of the office. Everything that records a date or compares one asks this clock and no other, but for
/// timers
/// that guard a race (a hold's end), which run on the database's clock.
///
/// In demonstrations and tests (`anchang.clock.settable`) a caller may set it for one command with the header
/// `X-Office-Clock`, so that a quarter of sales can be played in minutes; an event then passes its time on.
@ApplicationScoped
public class OfficeClock implements InstantSource {
    public static final ZoneId OFFICE_ZONE = ZoneId.of("Asia/Shanghai");

    private final boolean settable;

    OfficeClock(@ConfigProperty(name = "anchang.clock.settable") boolean settable) {
        this.settable = settable;
    }

    @Override
    public Instant instant() {
        var set = setTo();
        return set == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : set;
    }

    /// At which the current request or event runs, where somebody chose it.
    public @Nullable Instant setTo() {
        return settable && Arc.container().requestContext().isActive()
                ? Arc.container().instance(SetClock.class).get().instant()
                : null;
    }

    /// Today's date in the office.
    public LocalDate today() {
        return dateOf(instant());
    }

    /// Lets the current request or event run at `instant`; nothing happens where the clock is not settable.
    public void set(Instant instant) {
        if (settable) {
            Arc.container().instance(SetClock.class).get().set(instant);
        }
    }

    public boolean isSettable() {
        return settable;
    }

    /// The date of an instant in the office.
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, OFFICE_ZONE);
    }
}
