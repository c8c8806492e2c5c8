package org.anchang.kit.identification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A paper and the number on it. Does not print itself: it is personal data.
///
/// Only what is typed in half-width is a number: whoever means a number types one. A small `x` is the check
/// character X, as it stands on the card.
///
/// @param number without blanks around it, in capitals
public record IdentityPaper(PaperType type, String number) {
    /// What is wrong with a number.
    public enum Flaw {
        /// It has not the form of such a number
        FORM,
        /// It tells a date of birth that does not exist or is still to come
        DATE_OF_BIRTH,
        /// Its last character does not follow from the others: mistyped
        CHECK_CHARACTER
    }

    private static final Pattern CARD = Pattern.compile("[1-8][0-9]{16}[0-9X]");
    private static final Pattern FIRST_GENERATION = Pattern.compile("[1-8][0-9]{14}");
    private static final Pattern RESIDENCE = Pattern.compile("8[123]0000[0-9]{11}[0-9X]");
    private static final Pattern FOREIGN = Pattern.compile("9[0-9]{16}[0-9X]");
    private static final Pattern FOREIGN_OF_OLD = Pattern.compile("[A-Z]{3}[0-9]{12}");
    private static final Pattern PASSPORT = Pattern.compile("(?=.*[0-9])[A-Z0-9]{5,20}");
    private static final Pattern HK_MACAO = Pattern.compile("[HM][0-9]{8}([0-9]{2})?");
    private static final Pattern TAIWAN = Pattern.compile("[0-9]{8}|[0-9]{10}[A-Z]?");
    private static final Pattern MILITARY = Pattern.compile("(?=(.*[0-9]){4})[\\p{IsHan}A-Z0-9]{4,20}");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    private static final int[] CARD_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CARD_CHECKS = "10X98765432";
    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int EARLIEST_BIRTH = 1900;

    public IdentityPaper {
        number = number.strip().toUpperCase(Locale.ROOT);
    }

    /// What is wrong with the number, if anything is.
    public Optional<Flaw> flaw(LocalDate today) {
        return switch (type) {
            case ID_CARD -> matches(FIRST_GENERATION) ? ofBirth(ofToday(number), today) : ofCard(CARD, today);
            case HK_MACAO_TAIWAN_RESIDENCE -> ofCard(RESIDENCE, today);
            case FOREIGN_RESIDENCE -> matches(FOREIGN_OF_OLD) ? Optional.empty() : ofCard(FOREIGN, today);
            case PASSPORT -> unless(matches(PASSPORT), Flaw.FORM);
            case HK_MACAO_PERMIT -> unless(matches(HK_MACAO), Flaw.FORM);
            case TAIWAN_PERMIT -> unless(matches(TAIWAN), Flaw.FORM);
            case MILITARY -> unless(matches(MILITARY), Flaw.FORM);
            case BUSINESS_LICENCE ->
                matches(CREDIT_CODE) ? unless(hasCreditCheck(), Flaw.CHECK_CHARACTER) : Optional.of(Flaw.FORM);
        };
    }

    /// The same for every writing of the same person's number: a card of the first generation is told as the one that
    /// took its place.
    public String person() {
        if (type == PaperType.ID_CARD && matches(FIRST_GENERATION)) {
            return ofToday(number);
        }
        return matches(CARD) || matches(FOREIGN) ? number : type + ":" + number;
    }

    @Override
    public String toString() {
        return "IdentityPaper[type=" + type + "]";
    }

    private boolean matches(Pattern form) {
        return form.matcher(number).matches();
    }

    private Optional<Flaw> ofCard(Pattern form, LocalDate today) {
        if (!matches(form)) {
            return Optional.of(Flaw.FORM);
        }
        return ofBirth(number, today)
                .or(() -> unless(number.equals(checked(number.substring(0, 17))), Flaw.CHECK_CHARACTER));
    }

    private static Optional<Flaw> ofBirth(String card, LocalDate today) {
        try {
            var birth = LocalDate.of(
                    Integer.parseInt(card, 6, 10, 10),
                    Integer.parseInt(card, 10, 12, 10),
                    Integer.parseInt(card, 12, 14, 10));
            return unless(birth.getYear() >= EARLIEST_BIRTH && !birth.isAfter(today), Flaw.DATE_OF_BIRTH);
        } catch (DateTimeException _) {
            return Optional.of(Flaw.DATE_OF_BIRTH);
        }
    }

    /// The first generation left out the century and had no check character.
    private static String ofToday(String firstGeneration) {
        return checked(firstGeneration.substring(0, 6) + "19" + firstGeneration.substring(6));
    }

    /// With the check character of GB 11643 (ISO 7064, MOD 11-2).
    private static String checked(String card) {
        var sum = 0;
        for (var place = 0; place < CARD_WEIGHTS.length; place++) {
            sum += (card.charAt(place) - '0') * CARD_WEIGHTS[place];
        }
        return card + CARD_CHECKS.charAt(sum % 11);
    }

    /// GB 32100 (MOD 31-3): each place counts three times the one before it.
    private boolean hasCreditCheck() {
        var sum = 0;
        var weight = 1;
        for (var place = 0; place < 17; place++) {
            sum += CREDIT_CHARACTERS.indexOf(number.charAt(place)) * weight;
            weight = weight * 3 % 31;
        }
        return number.charAt(17) == CREDIT_CHARACTERS.charAt((31 - sum % 31) % 31);
    }

    private static Optional<Flaw> unless(boolean right, Flaw flaw) {
        return right ? Optional.empty() : Optional.of(flaw);
    }
}
