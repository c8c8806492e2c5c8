package org.anchang.kit;

import java.util.Locale;

/// What an answer may offer to do next. Each service has one enum of them, so that its interface document names them
/// all.
public interface ActionName {
    String name();

    /// As answers have it: `REQUEST_SWAP` is `request-swap`.
    default String said() {
        return said(name());
    }

    static String said(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
