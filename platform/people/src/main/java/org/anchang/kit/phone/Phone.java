package org.anchang.kit.phone;

import static org.anchang.kit.problem.Refused.refuse;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.KitRefusal;

/// CUS-3: a phone number without the ways of writing and dialling it: the same number is the same text.
/// Prefixes (`0`,
/// `+86 0`, `17951`, `12593`), the extension behind it, and what comes along when a number is pasted are left
/// out.
///
/// A number has a length and a beginning that some numbering plan knows: of China, where no country is
/// said, else of that country, as libphonenumber has them. Besides any Chinese mobile number, 1[3-9] and
/// nine digits, also of a range that was opened after the library; and a local number of seven or eight
/// digits, which offices write for landlines.
///
/// @param digits of China as dialled there (`13903790001`, `037961234567`), of another country with `+` and
///     its code
public record Phone(String digits) {
    private static final String HERE = "CN";
    private static final int CHINA = 86;
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");
    /// In words that the library does not know, or in its own.
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(?<=\\d)[(（]?(转|轉|分机|分機|内线|內線|ext|extension|x|#|\\*|,|;)[.:]?-?\\d{1,8}[)）#]?$");
    /// As in `0379-61234567-8001`.
    private static final Pattern HYPHENED_EXTENSION = Pattern.compile("(?<=\\d)-\\d{1,6}$");
    private static final Pattern MIDDLE_DOT = Pattern.compile("[·•・]");
    private static final Pattern NO_PHONE = Pattern.compile("[^\\d+()./~-]");

    /// @throws org.anchang.kit.problem.Refused PHONE_NOT_UNDERSTOOD
    public static Phone of(String written) {
        return in(written).orElseThrow(() -> refuse(KitRefusal.PHONE_NOT_UNDERSTOOD));
    }

    /// The number that was written, if it is one.
    public static Optional<Phone> in(String written) {
        var number = plain(written);
        var plain = EXTENSION.matcher(number).replaceFirst("");
        if (NO_PHONE.matcher(plain).find()) {
            return Optional.empty();
        }
        return Stream.of(plain, HYPHENED_EXTENSION.matcher(plain).replaceFirst(""))
                .flatMap(one -> understood(one).stream())
                .findFirst();
    }

    /// The extension that was written behind a number: it makes no other number of it.
    public static Optional<String> extensionIn(String written) {
        var number = plain(written);
        var worded = EXTENSION.matcher(number);
        if (worded.find()) {
            return Optional.of(worded.group().replaceAll("\\D", ""));
        }
        var hyphened = HYPHENED_EXTENSION.matcher(number);
        return hyphened.find() && understood(number).isEmpty()
                ? Optional.of(hyphened.group().substring(1))
                : Optional.empty();
    }

    private static String plain(String written) {
        return MIDDLE_DOT.matcher(Names.plain(written)).replaceAll("");
    }

    private static Optional<Phone> understood(String number) {
        return parsed(number)
                // Behind a carrier's prefix there may be a 0 still.
                .map(read -> isOfAPlan(read)
                        ? read
                        : parsed(PLANS.getNationalSignificantNumber(read))
                                .filter(Phone::isOfAPlan)
                                .orElse(read))
                .filter(read -> isOfAPlan(read) || isLocal(read))
                .map(read -> new Phone(digitsOf(read)));
    }

    private static Optional<PhoneNumber> parsed(String number) {
        try {
            return Optional.of(PLANS.parse(number, HERE));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfAPlan(PhoneNumber number) {
        return PLANS.isValidNumber(number)
                || number.getCountryCode() == CHINA
                        && MOBILE.matcher(PLANS.getNationalSignificantNumber(number))
                                .matches();
    }

    private static boolean isLocal(PhoneNumber number) {
        return number.getCountryCode() == CHINA
                && LOCAL.matcher(PLANS.getNationalSignificantNumber(number)).matches();
    }

    private static String digitsOf(PhoneNumber number) {
        return number.getCountryCode() == CHINA
                ? PLANS.format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", "")
                : PLANS.format(number, PhoneNumberFormat.E164);
    }
}
