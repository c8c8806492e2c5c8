package org.anchang.kit.sheet;

import java.util.List;

/// A column that a list may have, by the headings under which offices write it.
public interface KnownColumn {
    /// The first is the one that it is called by here.
    List<String> headings();

    boolean isRequired();

    /// Where it may, the first one counts.
    default boolean mayStandTwice() {
        return false;
    }

    default String heading() {
        return headings().getFirst();
    }
}
