package org.anchang.kit.export;

import java.util.List;
import java.util.Set;

/// A list that can be had as a file; a bean of this type is found by the kit. It shows what the list shows on the
/// screen, to whom and masked as it does.
public interface ExportSource {
    /// @param width in characters
    record Heading(String text, int width) {}

    /// What the list is called in requests, e.g. `customers`.
    String list();

    String title(Asked asked);

    /// Who may have it, by role in the project.
    Set<String> roles();

    List<Heading> headings(Asked asked);

    /// @throws org.anchang.kit.problem.Refused EXPORT_FILTER_NOT_UNDERSTOOD
    ExportRows<?> reading(Asked asked);
}
