/// For the tests of a service: a real PostgreSQL and a real Kafka, people with tokens, and neighbours that are
/// heard
/// and heard from only by their events.
package org.anchang.test;
