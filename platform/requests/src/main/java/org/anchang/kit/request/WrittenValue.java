package org.anchang.kit.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/// Reads a value from a JSON string, and a decimal from a JSON number too: `1250000.00` means the same as
/// `"1250000.00"`. Anything else is none: no `true` for a name, no `20261129` or `[2026,11,29]` for a date.
final class WrittenValue<T> extends StdScalarDeserializer<T> {
    private final Class<T> type;
    private final transient Written form;

    WrittenValue(Class<T> type) {
        super(type);
        this.type = type;
        this.form = Written.of(type);
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        var token = json.currentToken();
        var isDecimal = form == Written.DECIMAL || form == Written.AMOUNT;
        if (token != JsonToken.VALUE_STRING && !(isDecimal && token.isNumeric())) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        try {
            return type.cast(form.read(type, json.getText()));
        } catch (IllegalArgumentException e) {
            return type.cast(context.handleWeirdStringValue(type, "", "not of the form that is needed"));
        }
    }
}
