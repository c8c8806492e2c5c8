package org.anchang.kit.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRulesTest {
    @ParameterizedTest
    @DisplayName("CUS-3 INV-17 a phone is the same number however it is written or dialled")
    @ValueSource(
            strings = {
                "13903790001",
                "139 0379 0001",
                "139-0379-0001",
                "139.0379.0001",
                "139·0379·0001",
                "(139)03790001",
                "139–0379—0001",
                "+86 139 0379 0001",
                "+86-13903790001",
                "（+86）13903790001",
                "0086-13903790001",
                "8613903790001",
                "+86 013903790001",
                "+86 (0) 139 0379 0001",
                "86 0 13903790001",
                "013903790001",
                "0 139 0379 0001",
                "17951 13903790001",
                "1795113903790001",
                "17951 0 13903790001",
                "+86 17951 13903790001",
                "17911-13903790001",
                "12593 13903790001",
                "12593013903790001",
                "１３９０３７９０００１",
                "＋８６　１３９０３７９０００１",
                "\u202A13903790001\u202C",
                "\u202D+86 139 0379 0001\u202C",
                "\u200E139\u200B0379\u00A00001\uFEFF",
                "13903790001\n",
                "13903790001转8",
                "13903790001 分机 801",
                "13903790001 ext. 801",
                "13903790001x8",
                "13903790001#8",
                "13903790001（转801）",
                "13903790001-8"
            })
    void mobile(String written) {
        assertThat(Phone.of(written).digits()).isEqualTo("13903790001");
    }

    @ParameterizedTest
    @DisplayName("CUS-3 a landline is the same with and without brackets, blanks, country code and extension")
    @ValueSource(
            strings = {
                "0379-61234567",
                "(0379)61234567",
                "0379 6123 4567",
                "+86 379 61234567",
                "+86 0379 61234567",
                "0379-61234567-8001",
                "0379-61234567 转 8001"
            })
    void landline(String written) {
        assertThat(Phone.of(written).digits()).isEqualTo("037961234567");
    }

    @ParameterizedTest
    @DisplayName("CUS-3 numbers of other countries, of a new range and without an area code are numbers too")
    @CsvSource({
        "+1 650 253 0000, +16502530000",
        "001 650 253 0000, +16502530000",
        "+852 9123 4567, +85291234567",
        "16412345678, 16412345678",
        "6123 4567, 61234567",
        "400-612-3456, 4006123456"
    })
    void others(String written, String digits) {
        assertThat(Phone.of(written).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @DisplayName("CUS-3 what no numbering plan has is refused")
    @ValueSource(
            strings = {
                "",
                "\u200B",
                "1234",
                "12345",
                "1390379000",
                "139037900011",
                "123456789",
                "11903790001",
                "phone",
                "139x3790001",
                "13903790001/13903790002",
                "13903790001 13903790002",
                "123456789012345678901",
                "+86 1390379000",
                "+1 650 253",
                "+999 12345678",
                "+"
            })
    void noPhone(String written) {
        assertThatThrownBy(() -> Phone.of(written))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(KitRefusal.PHONE_NOT_UNDERSTOOD));
    }
}
