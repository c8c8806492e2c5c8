package org.anchang.kit.live;

/// Something that pages keep open and want to be told of when it changes, e.g. the approvals that wait in a project. A
/// bean.
public interface Watched {
    /// How it stands in a project, in a few characters: another text once a reader has to read it again. Asked for each
    /// second while somebody looks on, in a transaction of its own, so it has to be cheap.
    String mark(String project);
}
