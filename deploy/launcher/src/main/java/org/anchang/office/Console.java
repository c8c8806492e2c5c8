package org.anchang.office;

import org.anchang.office.gateway.Gateway;

/// The pages of the office and what keeps their tokens; no service: it has neither data nor messages.
public enum Console implements Server {
    CONSOLE;

    @Override
    public String title() {
        return Gateway.CONSOLE;
    }

    @Override
    public int usualPort() {
        return 8086;
    }

    @Override
    public int heap() {
        return 96;
    }
}
