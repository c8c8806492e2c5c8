package org.anchang.kit.identification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.anchang.kit.identification.IdentityPaper.Flaw;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityPaperTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("DEP-3 a number of each kind of paper")
    @CsvSource({
        "ID_CARD, 440524188001010014, DATE_OF_BIRTH",
        "ID_CARD, 410300198001010016,",
        "ID_CARD, 11010519491231002X,",
        "ID_CARD, 11010519491231002x,",
        "ID_CARD, 410300198001010011, CHECK_CHARACTER",
        "ID_CARD, 11010519491231002, FORM",
        "ID_CARD, 1101051949123100200, FORM",
        "ID_CARD, X1010519491231002X, FORM",
        "ID_CARD, 010105194912310020, FORM",
        "ID_CARD, 110105194902300027, DATE_OF_BIRTH",
        "ID_CARD, 410300202613450011, DATE_OF_BIRTH",
        "ID_CARD, 410300202606020018, DATE_OF_BIRTH",
        "ID_CARD, 110105491231002,",
        "ID_CARD, 110105491331002, DATE_OF_BIRTH",
        "ID_CARD, 4.10300198001E+17, FORM",
        "ID_CARD, １１０１０５１９４９１２３１００２X, FORM",
        "ID_CARD, 110105 19491231 002X, FORM",
        "PASSPORT, E12345678,",
        "PASSPORT, e12345678,",
        "PASSPORT, 1, FORM",
        "PASSPORT, PASSPORT, FORM",
        "HK_MACAO_PERMIT, H12345678,",
        "HK_MACAO_PERMIT, M1234567890,",
        "HK_MACAO_PERMIT, X12345678, FORM",
        "TAIWAN_PERMIT, 12345678,",
        "TAIWAN_PERMIT, 1234567890B,",
        "TAIWAN_PERMIT, 1234567, FORM",
        "HK_MACAO_TAIWAN_RESIDENCE, 810000199001010019,",
        "HK_MACAO_TAIWAN_RESIDENCE, 410300198001010016, FORM",
        "FOREIGN_RESIDENCE, 911031202301010014,",
        "FOREIGN_RESIDENCE, CHN310182051601,",
        "FOREIGN_RESIDENCE, CAN31018205160, FORM",
        "MILITARY, 军字第2001988号,",
        "MILITARY, 军字第1号, FORM",
        "BUSINESS_LICENCE, 91350100M000100Y43,",
        "BUSINESS_LICENCE, 91350100M000100Y44, CHECK_CHARACTER",
        "BUSINESS_LICENCE, 350100400001234, FORM"
    })
    void numbers(PaperType type, String number, Flaw flaw) {
        assertThat(new IdentityPaper(type, number).flaw(TODAY).orElse(null)).isEqualTo(flaw);
    }

    @Test
    @DisplayName("DEP-3 one person is one, however the number is written")
    void onePerson() {
        var card = new IdentityPaper(PaperType.ID_CARD, "11010519491231002X").person();

        assertThat(new IdentityPaper(PaperType.ID_CARD, " 11010519491231002x ").person())
                .isEqualTo(card);
        assertThat(new IdentityPaper(PaperType.ID_CARD, "110105491231002").person())
                .isEqualTo(card);
        assertThat(new IdentityPaper(PaperType.PASSPORT, "E12345678").person())
                .isEqualTo(new IdentityPaper(PaperType.PASSPORT, "e12345678").person())
                .isNotEqualTo(new IdentityPaper(PaperType.MILITARY, "E12345678").person());
    }

    @Test
    @DisplayName("CUS-6 a paper does not print its number")
    void doesNotPrintItself() {
        assertThat(new IdentityPaper(PaperType.ID_CARD, "11010519491231002X"))
                .asString()
                .doesNotContain("1949");
    }

    @Identified
    private record Author(PaperType idType, String idNumber) implements Identified.Holder {}

    @ParameterizedTest(name = "{0}")
    @DisplayName("DEP-3 what is wrong with a number is said of its member, in words")
    @CsvSource({
        "410300198001010011, 末位校验码与前面各位不符，请与证件原件核对",
        "4103001980010100, 居民身份证号码应为 18 位（17 位数字，末位为数字或 X），或第一代证的 15 位数字，请用半角填写",
    })
    void inWords(String number, String words) {
        var chinese = new ParameterMessageInterpolator(Set.of(Locale.CHINESE), Locale.CHINESE, false);
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(chinese)
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(new Author(PaperType.ID_CARD, number)))
                    .singleElement()
                    .satisfies(wrong -> {
                        assertThat(wrong.getPropertyPath()).hasToString("idNumber");
                        assertThat(wrong.getMessage()).isEqualTo(words);
                    });
        }
    }
}
