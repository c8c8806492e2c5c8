package org.anchang.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;

/// What the office answered.
///
/// @param tag     its ETag; empty where it has none
/// @param request who asked for what
public record Answer(int status, JsonNode json, String tag, String request) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// JSON that was answered; null where there was nothing.
    public static JsonNode read(String json) {
        try {
            return parsed(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    static JsonNode parsed(String json) throws JsonProcessingException {
        return json.isEmpty() ? JSON.nullNode() : JSON.readTree(json);
    }

    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /// This answer, if the command was done.
    ///
    /// @throws Refused with the problem document, if it was not
    public Answer done() {
        if (!isDone()) {
            throw new Refused(request, status, json.toString());
        }
        return this;
    }

    public String id() {
        return text("id");
    }

    /// The stable code of a refusal.
    public String code() {
        return text("code");
    }

    /// A member by its path, e.g. `receipt/number`; empty if it is not there.
    public String text(String path) {
        return at(path).asText("");
    }

    public BigDecimal decimal(String path) {
        return new BigDecimal(text(path));
    }

    public JsonNode at(String path) {
        return json.at("/" + path);
    }
}
