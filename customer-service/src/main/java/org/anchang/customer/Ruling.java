package org.anchang.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What whoever decides says to what somebody asked for.
///
/// @param word to be sealed with it
public record Ruling(@Nullable String word, String by, Instant at) {}
