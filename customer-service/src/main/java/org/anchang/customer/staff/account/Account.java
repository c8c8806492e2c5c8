package org.anchang.customer.staff.account;

import java.util.Set;

/// What somebody signs in with, and what their tokens say then.
///
/// @param person  the user name
/// @param name    what people call them
/// @param enabled whether they can sign in
public record Account(String person, String name, boolean enabled, Set<Duty> duties) {
    /// A role in a project (`*`: in every one).
    public record Duty(String project, String role) {}
}
