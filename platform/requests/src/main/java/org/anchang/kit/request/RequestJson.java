package org.anchang.kit.request;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.kit.money.Money;

/// JSON that somebody sends means what it says or is refused: what the library would guess at is off. What we wrote
/// ourselves (events, answers kept) is read by the usual mapper, which meets newer writers without harm.
final class RequestJson {
    private RequestJson() {}

    static ObjectMapper strict(ObjectMapper usual) {
        var strict = usual.copy()
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .registerModule(forms());
        strict.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        for (var other : CoercionInputShape.values()) {
            strict.coercionConfigDefaults().setCoercion(other, CoercionAction.Fail);
        }
        return strict;
    }

    private static SimpleModule forms() {
        var forms = new SimpleModule("anchang-requests").addKeyDeserializer(String.class, new RecordableKey());
        Stream.of(String.class, UUID.class, BigDecimal.class, Money.class, LocalDate.class, Instant.class)
                .forEach(type -> add(forms, type));
        return forms;
    }

    private static <T> void add(SimpleModule forms, Class<T> type) {
        forms.addDeserializer(type, new WrittenValue<>(type));
    }
}
