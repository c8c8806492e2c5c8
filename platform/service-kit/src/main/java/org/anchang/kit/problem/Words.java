package org.anchang.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The refusals in words: `refusals_en.properties` and `refusals_zh.properties` of the service, then the kit's own. The
/// codes that stand in them as facts are said in Chinese by the service's `facts_zh.properties`: `stage.QUEUED=排号`.
@ApplicationScoped
public class Words {
    private static final ResourceBundle.Control AS_WRITTEN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<String> BUNDLES = List.of("refusals", "kit_refusals");
    private static final String FACTS = "facts";

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

    /// Chinese if the caller's first choice is Chinese, else English.
    public static Locale chosenBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var choice =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
            return choice == null ? Locale.ENGLISH : choice;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
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
                text = text.replace(place, said(fact.getKey(), fact.getValue(), language));
            }
        }
        return text;
    }

    /// Codes are English words already.
    private static String said(String fact, Object value, Locale language) {
        var code = String.valueOf(value);
        var word = language.equals(Locale.ENGLISH) ? null : find(FACTS, fact + "." + code, language);
        return word == null ? code : word;
    }
}
