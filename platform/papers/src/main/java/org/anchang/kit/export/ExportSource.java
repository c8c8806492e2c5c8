package org.anchang.kit.export;

import java.util.Set;

/// A list that can be had as a file; a bean of this type is found by the kit. It shows what the list shows on the
/// screen, to whom and masked as it does.
public abstract class ExportSource {
    private final String list;
    private final String chinese;
    private final String english;
    private final Set<String> roles;

    /// @param list    what it is called in requests, e.g. `customers`
    /// @param chinese its title
    /// @param english the same
    /// @param roles   who may have it, by role in the project
    protected ExportSource(String list, String chinese, String english, String... roles) {
        this.list = list;
        this.chinese = chinese;
        this.english = english;
        this.roles = Set.of(roles);
    }

    public String list() {
        return list;
    }

    public String title(Asked asked) {
        return asked.said(chinese, english);
    }

    public Set<String> roles() {
        return roles;
    }

    /// @throws org.anchang.kit.problem.Refused EXPORT_FILTER_NOT_UNDERSTOOD
    public abstract ExportRows<?> reading(Asked asked);
}
