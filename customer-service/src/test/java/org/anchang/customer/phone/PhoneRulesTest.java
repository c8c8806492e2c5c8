package org.anchang.customer.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRulesTest {
    @ParameterizedTest
    @DisplayName("CUS-3 a phone is the same number however it is written")
    @ValueSource(
            strings = {
                "13903790001",
                "139 0379 0001",
                "139-0379-0001",
                "+86 139 0379 0001",
                "0086-13903790001",
                "8613903790001",
                "１３９０３７９０００１"
            })
    void phone(String written) {
        assertThat(Phone.of(written).digits()).isEqualTo("13903790001");
    }

    @ParameterizedTest
    @DisplayName("CUS-3 what is no phone is refused")
    @ValueSource(strings = {"1234", "phone", "139x3790001", "123456789012345678901", "+"})
    void noPhone(String written) {
        assertThatThrownBy(() -> Phone.of(written))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CustomerRefusal.PHONE_NOT_UNDERSTOOD));
    }
}
