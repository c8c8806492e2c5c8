package org.anchang.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.kit.clock.OfficeClock;
import org.jspecify.annotations.Nullable;

/// The refusals in words: `refusals_en.properties` and `refusals_zh.properties` of the service, then the kit's own. The
/// codes that stand in them as facts, or in answers beside them, are said by the service's `facts_zh.properties`:
/// `stage.QUEUED=排号`; by its `facts_en.properties` where a code is not English enough; the kit's own by its
/// `kit_facts`. A moment is said by the clock on the office's wall.
@ApplicationScoped
public class Words {
    private static final ResourceBundle.Control AS_WRITTEN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<String> BUNDLES = List.of("refusals", "kit_refusals");
    private static final List<String> FACTS = List.of("facts", "kit_facts");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeClock.OFFICE_ZONE);

    @Inject
    CurrentVertxRequest request;

    /// What the caller at hand wants to read.
    public Locale language() {
        var current = request.getCurrent();
        // Several headers are one list.
        return chosenBy(
                current == null
                        ? null
                        : String.join(",", current.request().headers().getAll("Accept-Language")));
    }

    /// The words for a code in the caller's language, e.g. of the `reason` `NOT_A_NUMBER`; the code itself if nobody
    /// wrote any.
    public String inWords(String fact, Object code) {
        return inWords(fact, code, Map.of());
    }

    /// The same, the `{fact}`s in the words filled in.
    public String inWords(String fact, Object code, Map<String, Object> facts) {
        return said(fact, code, facts, language());
    }

    /// The words for a code in the caller's language, if somebody wrote any.
    public Optional<String> words(String fact, Object code) {
        return Optional.ofNullable(word(fact, code, language()));
    }

    /// The sentence of `code`, its `{fact}`s filled in; the code itself if nobody wrote one.
    public String of(String code, Map<String, Object> facts, Locale language) {
        for (var bundle : BUNDLES) {
            var sentence = find(bundle, code, language);
            if (sentence != null) {
                return filled(sentence, facts, language);
            }
        }
        return code;
    }

    /// The first of the caller's languages that the office speaks, looked up as RFC 4647 says: `zh-Hans-CN`, then
    /// `zh-Hans`, then `zh`. English where it speaks none of them. What is no language is passed over: some clients
    /// write `zh_CN`.
    public static Locale chosenBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        var wanted = Stream.of(acceptLanguage.replace('_', '-').split(","))
                .flatMap(Words::ranges)
                .sorted(Comparator.comparing(LanguageRange::getWeight).reversed())
                .toList();
        var choice = Locale.lookup(wanted, List.of(Locale.CHINESE, Locale.ENGLISH));
        return choice == null ? Locale.ENGLISH : choice;
    }

    private static Stream<LanguageRange> ranges(String written) {
        try {
            return LanguageRange.parse(written.strip()).stream();
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    private static @Nullable String find(String bundle, String code, Locale language) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return ResourceBundle.getBundle(bundle, language, loader, AS_WRITTEN)
                    .getString(code);
        } catch (MissingResourceException e) {
            return null;
        }
    }

    private static String filled(String sentence, Map<String, Object> facts, Locale language) {
        var text = sentence;
        for (var fact : facts.entrySet()) {
            var place = "{" + fact.getKey() + "}";
            if (text.contains(place)) {
                text = text.replace(place, said(fact.getKey(), fact.getValue(), facts, language));
            }
        }
        return text;
    }

    /// Most codes are English words already. The words of a code may name other facts.
    private static String said(String fact, @Nullable Object value, Map<String, Object> facts, Locale language) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Instant moment -> MOMENT.format(moment);
            case Collection<?> several ->
                several.stream()
                        .map(one -> said(fact, one, facts, language))
                        .collect(Collectors.joining(language.equals(Locale.CHINESE) ? "、" : ", "));
            case Object code -> {
                var word = word(fact, code, language);
                yield word == null ? code.toString() : filled(word, without(fact, facts), language);
            }
        };
    }

    private static Map<String, Object> without(String fact, Map<String, Object> facts) {
        var others = new LinkedHashMap<>(facts);
        others.remove(fact);
        return others;
    }

    private static @Nullable String word(String fact, Object code, Locale language) {
        return FACTS.stream()
                .map(bundle -> find(bundle, fact + "." + code, language))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
