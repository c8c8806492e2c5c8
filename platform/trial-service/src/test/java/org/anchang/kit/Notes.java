package org.anchang.kit;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.anchang.test.Ask;
import org.anchang.test.Person;

/// Writes notes at the smallest service there can be.
public final class Notes {
    public static final Person LI_NA = Person.consultant("li.na").in("songfeng");

    private Notes() {}

    public static Map<String, Object> note(UUID about, String text) {
        return new HashMap<>(Map.of("about", about, "project", "songfeng", "text", text, "amount", "12.50"));
    }

    public static Response write(UUID about, String text, String key) {
        return Ask.as(LI_NA).post("/api/v1/notes", note(about, text), key);
    }

    public static Response write(UUID about, String text) {
        return Ask.as(LI_NA).post("/api/v1/notes", note(about, text));
    }
}
