package org.anchang.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Reads a decimal that is written out, string or number. An exponent is refused: of ten characters it would make a
/// number that takes minutes to add to another.
public final class PlainDecimals extends StdDeserializer<BigDecimal> {
    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    PlainDecimals() {
        super(BigDecimal.class);
    }

    /// @throws NumberFormatException if it is not written out, or too long
    public static BigDecimal of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new NumberFormatException("not a decimal written out");
        }
        return new BigDecimal(written);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        var written = json.currentToken().isScalarValue() ? json.getText() : "";
        try {
            return of(written);
        } catch (NumberFormatException e) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, written, "not a decimal written out");
        }
    }
}
