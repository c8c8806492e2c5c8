package org.anchang.customer.phone;

import java.util.regex.Pattern;
import org.anchang.kit.phone.Phone;

/// Whereto one dials.
public enum PhoneKind {
    MOBILE,
    LANDLINE,
    HONG_KONG,
    MACAU,
    TAIWAN,
    FOREIGN;

    private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public static PhoneKind of(Phone phone) {
        var digits = phone.digits();
        if (digits.startsWith("+")) {
            return abroad(digits);
        }
        return MAINLAND_MOBILE.matcher(digits).matches() ? MOBILE : LANDLINE;
    }

    private static PhoneKind abroad(String digits) {
        if (digits.startsWith("+852")) {
            return HONG_KONG;
        }
        if (digits.startsWith("+853")) {
            return MACAU;
        }
        return digits.startsWith("+886") ? TAIWAN : FOREIGN;
    }
}
