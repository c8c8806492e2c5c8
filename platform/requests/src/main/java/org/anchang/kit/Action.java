package org.anchang.kit;

import java.util.List;

/// What can be done next with a thing, and by whom, so that a front end needs no copy of the rules.
///
/// @param name   the command as people say it, e.g. `request-swap`
/// @param href   where to send it
/// @param roles  who may
/// @param yours  whether the caller may, now
public record Action(String name, String method, String href, List<String> roles, boolean yours) {}
