package org.anchang.kit.export;

/// What has become of an export.
public enum ExportState {
    QUEUED,
    RUNNING,
    /// Its file can be had until it expires
    READY,
    CANCELLED,
    FAILED,
    /// Its file is gone
    EXPIRED
}
