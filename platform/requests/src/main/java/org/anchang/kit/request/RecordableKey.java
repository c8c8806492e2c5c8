package org.anchang.kit.request;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/// Reads a name that the caller chose, as in `fields` of an approval.
final class RecordableKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        try {
            return Written.TEXT.read(String.class, key);
        } catch (IllegalArgumentException e) {
            return context.handleWeirdKey(String.class, "", "cannot be recorded");
        }
    }
}
