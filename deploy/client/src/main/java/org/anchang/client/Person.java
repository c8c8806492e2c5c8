package org.anchang.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody of the office at work: `office.person("li.na").post("/holds", Map.of(…))`. Paths start after `/api/v1`.
public final class Person {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Office office;
    private final String name;
    private final @Nullable Instant clock;

    Person(Office office, String name, @Nullable Instant clock) {
        this.office = office;
        this.name = name;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    /// The same person at another moment, where the office lets its clock be set.
    public Person at(Instant moment) {
        return new Person(office, name, moment);
    }

    public Answer get(String path) {
        return send(new Office.Request("GET", path, "", "", headers(null)));
    }

    /// Every item of a list, page by page.
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var more = path.contains("?") ? "&" : "?";
        for (var cursor = ""; ; ) {
            var page = get(path + more + "limit=200" + cursor).done();
            page.at("items").forEach(items::add);
            if (page.text("next").isEmpty()) {
                return items;
            }
            cursor = "&cursor=" + page.text("next");
        }
    }

    /// A command, sent under a key of its own until it is answered.
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path) {
        return post(path, Map.of());
    }

    /// A change of what stands there, whatever it is by now.
    public Answer change(String path, Object body) {
        var headers = headers(UUID.randomUUID().toString());
        headers.put("If-Match", "*");
        return send(new Office.Request("POST", path, "application/json", json(body), headers));
    }

    /// The same command again if `key` is the same.
    public Answer post(String path, Object body, String key) {
        return send(new Office.Request("POST", path, "application/json", json(body), headers(key)));
    }

    /// A command whose body is a file, e.g. a price list.
    public Answer postText(String path, String contentType, String text) {
        var key = UUID.randomUUID().toString();
        return send(new Office.Request("POST", path, contentType, text, headers(key)));
    }

    private Answer send(Office.Request request) {
        try {
            return office.send(this, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> headers(@Nullable String key) {
        var headers = new HashMap<String, String>();
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        if (clock != null) {
            headers.put("X-Office-Clock", clock.toString());
        }
        return headers;
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
