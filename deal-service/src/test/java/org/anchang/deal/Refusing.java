package org.anchang.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Refusals are told apart by their code, never by their words; but their words must find their facts.
public final class Refusing {
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private Refusing() {}

    public static Refused assertRefused(Refusal refusal, ThrowingCallable command) {
        var refused = catchThrowableOfType(Refused.class, command);
        assertThat(refused).as("a refusal: " + refusal).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
        for (var language : new String[] {"en", "zh"}) {
            assertThat(refused.facts().keySet())
                    .as("facts of " + refusal)
                    .containsAll(namedIn(words(language, refusal)));
        }
        return refused;
    }

    /// The facts that a sentence names.
    private static Set<String> namedIn(String sentence) {
        return FACT.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String words(String language, Refusal refusal) {
        try (var file = Refusing.class.getResourceAsStream("/refusals_" + language + ".properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words.getProperty(refusal.name(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
