package org.anchang.kit.page;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.request.RecordableText;

/// Where a list goes on: the ordering values of its last item, opaque to callers.
final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    static String after(List<?> key) {
        var text = String.join(SEPARATOR, key.stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            refuseUnless(RecordableText.is(text), KitRefusal.CURSOR_NOT_UNDERSTOOD);
            return List.of(text.split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }
}
