package org.anchang.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The moment at which a request is to run, from its header `X-Office-Clock`.
///
/// A service finds it as a provider of a JDK type: the two are loaded apart and have no class in common.
public final class HeaderClock implements Function<UnaryOperator<@Nullable String>, @Nullable Instant> {
    public static final String HEADER = "X-Office-Clock";

    /// Headers that a service passes on to its neighbours, this one among them; as its setting
    /// `org.eclipse.microprofile.rest.client.propagateHeaders` takes them.
    public static final String PASSED_ON = "Authorization,Accept-Language," + HEADER;

    /// The system property of a JVM in which a service asks this clock. On the class path alone it is not asked: a
    /// service has one class path with it and without, and a quick start is remembered for one.
    public static final String GOES = "anchang.clock.settable";

    /// For [java.util.ServiceLoader].
    public HeaderClock() {}

    /// @param headers the values of a request's headers, by name; null where it has none of the name
    /// @return null where the request does not say
    /// @throws java.time.DateTimeException if it is no date and time with an offset
    @Override
    public @Nullable Instant apply(UnaryOperator<@Nullable String> headers) {
        var said = headers.apply(HEADER);
        return said == null ? null : OffsetDateTime.parse(said).toInstant();
    }
}
