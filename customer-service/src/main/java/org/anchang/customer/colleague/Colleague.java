package org.anchang.customer.colleague;

/// Somebody who works in the caller's offices.
///
/// @param person the user name, as all answers carry it
/// @param name   what people call them
public record Colleague(String person, String name) {}
