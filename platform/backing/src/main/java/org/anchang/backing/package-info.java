/// The real PostgreSQL, Kafka and Keycloak that an office stands on, as child processes of the JVM that needs them.
///
/// Programs are unpacked once per version into a cache folder; data lives in a folder the caller names and survives
/// restarts. Each server can be stopped, killed as by a power cut, and started again on the same port. None of them
/// outlives the JVM that started it by more than a few seconds, however that JVM ends.
package org.anchang.backing;
