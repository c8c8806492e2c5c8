package org.anchang.kit.request;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchang.kit.clock.OfficeYears;
import org.anchang.kit.json.PlainDecimals;
import org.anchang.kit.money.Money;

/// How a value is written in a request, in JSON as in a query: in one form alone, and within what can be recorded.
enum Written {
    /// [RecordableText].
    TEXT(Set.of(String.class), (_, text) -> recordable(text)),
    ID(Set.of(UUID.class), (_, text) -> id(text)),
    WHOLE_NUMBER(Set.of(int.class, Integer.class, long.class, Long.class), Written::wholeNumber),
    DECIMAL(Set.of(BigDecimal.class), (_, text) -> PlainDecimals.of(text)),
    /// Not below zero: nobody pays, owes or gets less than nothing.
    AMOUNT(Set.of(Money.class), (_, text) -> amount(text)),
    DATE(Set.of(LocalDate.class), (_, text) -> date(text)),
    MOMENT(Set.of(Instant.class), (_, text) -> moment(text)),
    YES_OR_NO(Set.of(boolean.class, Boolean.class), (_, text) -> yesOrNo(text)),
    CHOICE(Set.of(), Written::choice),
    OTHER(Set.of(), (_, _) -> {
        throw new IllegalArgumentException();
    });

    private static final Pattern ASCII_NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Map<Class<?>, Written> BY_TYPE = Arrays.stream(values())
            .flatMap(form -> form.types.stream().map(type -> Map.entry(type, form)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<Class<?>> types;
    private final BiFunction<Class<?>, String, Object> reading;

    Written(Set<Class<?>> types, BiFunction<Class<?>, String, Object> reading) {
        this.types = types;
        this.reading = reading;
    }

    static Written of(Class<?> type) {
        return BY_TYPE.getOrDefault(type, type.isEnum() ? CHOICE : OTHER);
    }

    /// @throws IllegalArgumentException if the text is not of this form
    Object read(Class<?> type, String text) {
        try {
            return reading.apply(type, text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// What to say to whoever wrote something else: a sentence of `kit_refusals`.
    String sentence() {
        return this == OTHER ? "VALUE_NOT_UNDERSTOOD" : name() + "_NEEDED";
    }

    /// What the sentence tells.
    static Map<String, Object> facts(Class<?> type) {
        return type.isEnum() ? Map.of("choices", names(type)) : OfficeYears.facts();
    }

    private static String recordable(String text) {
        check(RecordableText.is(text));
        return text;
    }

    private static UUID id(String text) {
        var id = UUID.fromString(text);
        // The library also takes ids whose parts are shortened.
        check(id.toString().equalsIgnoreCase(text));
        return id;
    }

    private static Object wholeNumber(Class<?> type, String text) {
        check(ASCII_NUMBER.matcher(text).matches());
        return type == int.class || type == Integer.class
                ? (Object) Integer.valueOf(text)
                : (Object) Long.valueOf(text);
    }

    private static Money amount(String text) {
        var amount = Money.of(text);
        check(!amount.isNegative());
        return amount;
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        check(OfficeYears.have(date));
        return date;
    }

    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        check(OfficeYears.have(moment));
        return moment;
    }

    private static boolean yesOrNo(String text) {
        check(text.equals("true") || text.equals("false"));
        return Boolean.parseBoolean(text);
    }

    private static Object choice(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> ((Enum<?>) choice).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> ((Enum<?>) choice).name())
                .toList();
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
