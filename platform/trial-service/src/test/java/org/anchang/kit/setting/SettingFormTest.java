package org.anchang.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingFormTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @DisplayName("SEC-4 a setting takes what can be read as what it is used as, and nothing else")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "days,0,true",
                "days,3650,true",
                "days,3651,false",
                "days,-1,false",
                "days,1.5,false",
                "days,007,false",
                "days,999999999,false",
                "days,99999999999,false",
                "days, 7,false",
                "days,７,false",
                "days,1e3,false",
                "days,'',false",
                "count,0,false",
                "count,1,true",
                "count,1000000,true",
                "count,1000001,false",
                "money,50000,true",
                "money,50000.1,true",
                "money,50000.00,true",
                "money,50000.001,false",
                "money,-1,false",
                "money,'1,000',false",
                "money,1E5,false",
                "money,.5,false",
                "money,9999999999,false",
                "percent,0,true",
                "percent,100,true",
                "percent,100.00,true",
                "percent,100.01,false",
                "percent,20.125,false",
                "percent,20%,false",
                "percent,-1,false",
                "choice,BACK,true",
                "choice,back,false",
                "choice,BACK|END,false",
                "choice,'',false",
                "pattern,LY,true",
                "pattern,LYX,false"
            })
    void takesItsOwn(String kind, String value, boolean fits) {
        var form =
                switch (kind) {
                    case "days" -> SettingKey.days("1", "x").form();
                    case "count" -> SettingKey.positive("1", "x").form();
                    case "money" -> SettingKey.money("1", "x").form();
                    case "percent" -> SettingKey.percent("1", "x").form();
                    case "choice" ->
                        SettingKey.oneOf(List.of("BACK", "END"), "BACK", "x").form();
                    default -> SettingKey.matching("[A-Z]{2}", "", "x").form();
                };

        assertThat(form.read(value).isPresent()).isEqualTo(fits);
    }

    @Test
    @DisplayName("each is read as its own type")
    void types() {
        assertThat(SettingKey.money("50000", "x").standard()).isEqualTo(Money.of("50000.00"));
        assertThat(SettingKey.percent("20", "x").standard()).isEqualTo(new BigDecimal("20"));
        assertThat(SettingKey.days("15", "x").standard()).isEqualTo(15);
    }

    @Test
    @DisplayName("a default that its own setting would refuse is a fault of the programme")
    void defaultsFit() {
        assertThatThrownBy(() -> SettingKey.percent("101", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
