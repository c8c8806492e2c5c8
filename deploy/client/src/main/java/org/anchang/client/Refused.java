package org.anchang.client;

/// A command or question that the office refused, or somebody whom it did not let in.
public final class Refused extends IllegalStateException {
    private final int status;

    Refused(String request, int status, String answer) {
        super(request + " → " + status + " " + answer);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
