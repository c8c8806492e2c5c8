package org.anchang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/// What the office answered.
public record Answer(int status, JsonNode json, String request) {
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /// This answer, if the command was done.
    ///
    /// @throws IllegalStateException with the problem document, if it was not
    public Answer done() {
        if (!isDone()) {
            throw new IllegalStateException(request + " → " + status + " " + json);
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
