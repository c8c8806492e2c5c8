package org.anchang.kit.stop;

/// Told when the pause after the first sign of a stop is over: nobody is sent here any more. What would go on for ever,
/// such as a stream, ends now, and none begins; what is under way otherwise is waited for.
public record PauseOver() {}
