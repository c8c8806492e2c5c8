package org.anchang.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Reads a decimal that is written out, string or number. An exponent is refused: of ten characters it would make a
/// number that takes minutes to add to another.
final class PlainDecimals extends StdDeserializer<BigDecimal> {
    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    PlainDecimals() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        var written = json.currentToken().isScalarValue() ? json.getText() : "";
        return WRITTEN.matcher(written).matches()
                ? new BigDecimal(written)
                : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, written, "not a decimal written out");
    }
}
