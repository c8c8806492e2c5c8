package org.anchang.customer.phone;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.anchang.customer.CustomerRefusal;

/// CUS-3: a phone number without the ways of writing it: the same number is the same text.
public record Phone(String digits) {
    private static final Pattern DECORATION = Pattern.compile("[\\s\\-().·]");
    private static final Pattern CHINA = Pattern.compile("(\\+86|0086|86)(?=1\\d{10}$)");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{5,20}");

    /// @throws org.anchang.kit.problem.Refused PHONE_NOT_UNDERSTOOD
    public static Phone of(String written) {
        var plain = DECORATION
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
        var national = CHINA.matcher(plain).replaceFirst("");
        refuseUnless(NUMBER.matcher(national).matches(), CustomerRefusal.PHONE_NOT_UNDERSTOOD);
        return new Phone(national);
    }
}
