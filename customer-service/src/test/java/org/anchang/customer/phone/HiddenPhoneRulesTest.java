package org.anchang.customer.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.anchang.kit.phone.Phone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenPhoneRulesTest {
    @ParameterizedTest
    @DisplayName("CUS-3 a partly hidden number fits those that have the digits one sees")
    @CsvSource({
        "138****8000, 13812348000, true",
        "138 **** 8000, 13812348000, true",
        "＋86 138＊＊＊＊8000, 13899998000, true",
        "138××××8000, 13812348000, true",
        "138****8000, 13912348000, false",
        "138****8000, 13812348001, false",
        "138***8000, 13812348000, false",
        "0379****4567, 037961234567, true",
        "+852****4567, +85291234567, true"
    })
    void fits(String written, String digits, boolean fits) {
        assertThat(HiddenPhone.in(written).orElseThrow().fits(digits)).isEqualTo(fits);
    }

    @ParameterizedTest
    @DisplayName("CUS-3 of which the last four digits or the first three are hidden, it is nobody's")
    @ValueSource(strings = {"138******00", "***********", "1*******8000", "13812348000", "138****800a", ""})
    void none(String written) {
        assertThat(HiddenPhone.in(written)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("CUS-10 a number of the mainland, Hong Kong, Macau, Taiwan or abroad is told as such")
    @CsvSource({
        "13812348000, MOBILE",
        "0379-61234567, LANDLINE",
        "+852 9123 4567, HONG_KONG",
        "+853 6612 3456, MACAU",
        "+886 912 345 678, TAIWAN",
        "+1 650 253 0000, FOREIGN"
    })
    void kind(String written, PhoneKind kind) {
        assertThat(PhoneKind.of(Phone.of(written))).isEqualTo(kind);
    }

    @Test
    @DisplayName("CUS-10 a landline shows its extension, a mobile number has none")
    void extension() {
        assertThat(KnownPhones.shown("0379-61234567-8001")).isEqualTo("037961234567-8001");
        assertThat(KnownPhones.shown("0379-61234567 转 8001")).isEqualTo("037961234567-8001");
        assertThat(KnownPhones.shown("0379-61234567")).isEqualTo("037961234567");
        assertThat(KnownPhones.shown("138-1234-8000")).isEqualTo("13812348000");
        assertThat(KnownPhones.shown("13812348000转8")).isEqualTo("13812348000");
    }
}
