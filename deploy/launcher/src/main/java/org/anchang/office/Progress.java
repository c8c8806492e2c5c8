package org.anchang.office;

/// What is told while an office starts.
@FunctionalInterface
public interface Progress {
    void say(String line);

    Progress SILENT = _ -> {};
}
