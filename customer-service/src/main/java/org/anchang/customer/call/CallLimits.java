package org.anchang.customer.call;

import java.time.Duration;

/// TEL-1: how long a call may take in a project that day, and how many questions may be answered in it: there is more
/// to hear in the office than on the phone.
///
/// @param isAdvertisingDay whether many are expected to call, so that the line is to be free sooner
record CallLimits(int minutes, int questions, boolean isAdvertisingDay) {
    /// TEL-1: exactly the limit is not too long.
    boolean isTooLong(Duration call) {
        return call.compareTo(Duration.ofMinutes(minutes)) > 0;
    }

    /// TEL-1: exactly as many as the limit are not too many.
    boolean areTooMany(int answered) {
        return answered > questions;
    }
}
