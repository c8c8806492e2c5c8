package org.anchang.rehearsal.load;

import org.jspecify.annotations.Nullable;

/// One command to be sent, or one question.
///
/// @param path  with its query
/// @param token of the person who sends it
/// @param key   its Idempotency-Key; none where the command takes none
/// @param body  none: a question is asked (GET), and its answer is not kept
/// @param about what it is about, e.g. the unit that is asked for
public record Shot(
        String path,
        String token,
        @Nullable String key,
        @Nullable String body,
        String about) {
    public static Shot question(String path, String token) {
        return new Shot(path, token, null, null, path);
    }
}
