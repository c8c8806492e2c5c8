package org.anchang.kit.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// CUS-6: whole pieces of personal data at rest, as sealed JSON. What goes wrong says nothing of what they are.
@ApplicationScoped
public class SealedJson {
    @Inject
    Sealing sealing;

    @Inject
    ObjectMapper json;

    public String seal(Object personal, Place place) {
        try {
            return sealing.seal(json.writeValueAsString(personal), place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("personal data cannot be written");
        }
    }

    public <T> T open(String sealed, TypeReference<T> type, Place place) {
        try {
            return json.readValue(sealing.open(sealed, place), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("personal data cannot be read");
        }
    }
}
