package org.anchang.kit.people;

import java.util.UUID;

/// A customer and the consultant who owns it.
public record OwnedCustomer(UUID customer, String project, String owner) {}
