package org.anchang.rehearsal.load;

import org.jspecify.annotations.Nullable;

/// One command to be sent.
///
/// @param path  with its query
/// @param token of the person who sends it
/// @param key   its Idempotency-Key; none where the command takes none
/// @param about what it is about, e.g. the unit that is asked for
public record Shot(String path, String token, @Nullable String key, String body, String about) {}
