package org.anchang.office.gateway;

import java.time.Duration;

/// What callers may use of the gateway, and how long they may take.
///
/// @param connections  of all callers together; one more takes the place of the one that has rested longest
/// @param firstRequest from the beginning of a connection to the end of its first request's head
/// @param nextRequest  the same for a connection that has been used
/// @param body         for a body, beside the time that it takes at the slowest pace
/// @param slowest      bytes of a body in a second
/// @param smallBody    bytes; a body up to that is here before a service hears of it
/// @param requests     that a service has at once
/// @param waiting      requests that wait for that, in order
/// @param patience     how long each of them
/// @param uploads      larger bodies that a service takes in at once
/// @param streams      of events that are open at a service
/// @param answer       until a service begins its answer, to who only asks
/// @param longAnswer   the same for a command, which may be work on a whole table
/// @param stalled      how long a caller may not take what is answered
/// @param linger       how long a caller who was answered may go on sending what nobody reads
/// @param look         how often all this is looked after
record Limits(
        int connections,
        Duration firstRequest,
        Duration nextRequest,
        Duration body,
        int slowest,
        int smallBody,
        int requests,
        int waiting,
        Duration patience,
        int uploads,
        int streams,
        Duration answer,
        Duration longAnswer,
        Duration stalled,
        Duration linger,
        Duration look) {

    /// Room for a sales hall of 2,000 screens and the people in front of them; what a screen asks comes by twice, once
    /// on its way to the console and once from there to a service.
    static final Limits USUAL = new Limits(
            10_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(75),
            Duration.ofSeconds(10),
            8 * 1024,
            16 * 1024,
            256,
            2000,
            Duration.ofSeconds(5),
            32,
            4000,
            Duration.ofSeconds(90),
            // A little longer than a service's `anchang.long-work.limit`.
            Duration.ofMinutes(11),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofMillis(500));
}
