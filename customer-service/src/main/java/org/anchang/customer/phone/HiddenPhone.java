package org.anchang.customer.phone;

import java.util.Optional;
import java.util.regex.Pattern;
import org.anchang.kit.name.Names;

/// CUS-3: a number of which lists of others show a part only, as `138****8000`: found by the digits that one sees.
///
/// @param pattern digits as [org.anchang.kit.phone.Phone] writes them, with `*` for each that is hidden
public record HiddenPhone(String pattern) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()./~-]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+?86|0086)(?=1[3-9*])");
    /// The end is what it is looked up by; with less in front than three digits it could be anybody's.
    private static final Pattern FORM = Pattern.compile("\\+?\\d{3}[\\d*]{1,8}\\d{4}");

    /// The partly hidden number that was written, if it is one.
    public static Optional<HiddenPhone> in(String written) {
        var plain = SEPARATORS
                .matcher(Names.plain(written).replace('×', '*').replace('•', '*'))
                .replaceAll("");
        var pattern = COUNTRY.matcher(plain).replaceFirst("");
        return pattern.indexOf('*') > 0 && FORM.matcher(pattern).matches()
                ? Optional.of(new HiddenPhone(pattern))
                : Optional.empty();
    }

    /// The last four digits.
    String ending() {
        return pattern.substring(pattern.length() - KnownPhones.ENDING);
    }

    /// Whether it may be this number.
    boolean fits(String digits) {
        return digits.matches(pattern.replace("+", "\\+").replace("*", "\\d"));
    }
}
