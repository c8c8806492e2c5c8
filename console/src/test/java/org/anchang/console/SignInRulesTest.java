package org.anchang.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/table", "/console/customers?query=%E5%BC%A0"})
    @DisplayName("SEC-1 who signs in comes back to the page that was left")
    void back(String page) {
        assertThat(SignIn.isOwnPage(page)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/console/",
                "//elsewhere.example/console/",
                "/console/../api/v1/holds",
                "/console/api/sign-out",
                "/consolex",
                "/console/\\elsewhere",
                "javascript:alert(1)",
                "",
                "/"
            })
    @DisplayName("SEC-1 nobody is led away from the console by a link that begins at its sign-in")
    void neverElsewhere(String page) {
        assertThat(SignIn.isOwnPage(page)).isFalse();
    }
}
