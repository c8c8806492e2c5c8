package org.anchang.office.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/deals/../../../q/metrics",
                "/api/v1/deals/..",
                "/api/v1/./deals",
                "/api/v1/deals/.",
                "/api/v1/deals/%2e%2e/%2E%2e/q/metrics",
                "/api/v1/deals/.%2e/operations",
                "/api/v1/deals/%2E./operations",
                "/api/v1/deals/%252e%252e/operations",
                "/api/v1/deals%2f..%2f..%2fq%2fmetrics",
                "/api/v1/deals%2Fx",
                "/api/v1/deals%5c..%5cq",
                "/api/v1/deals\\..\\..\\q",
                "/api/v1/deals;/../../q/metrics",
                "/api/v1/deals;a=b",
                "/api/v1/deals/..;/..;/q/metrics",
                "/api/v1/deals%3b/x",
                "/api/v1//deals",
                "//api/v1/deals",
                "/api/v1/deals//",
                "/api/v1/deals/%00",
                "/api/v1/deals/%0d%0aX",
                "/api/v1/deals/%7f",
                "/api/v1/deals/%zz",
                "/api/v1/deals/%",
                "/api/v1/deals/%c0%ae%c0%ae/q",
                "/api/v1/deals/#/../q",
                "http://office/api/v1/deals",
                "*",
                "",
                "api/v1/deals"
            })
    @DisplayName("a path that could be read in two ways is not plain")
    void notPlain(String uri) {
        assertFalse(PlainPath.is(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/deals",
                "/api/v1/deals/",
                "/",
                "/api/v1/deals?next=../../q;//%2e%2e",
                "/api/v1/commission-statements/songfeng/li.na/2026-03",
                "/api/v1/deal-settings/%E6%9D%BE%E9%A3%8E",
                "/api/v1/units/1-101+2..3",
                "/api/v1/units/..."
            })
    @DisplayName("letters, dots within a name and what had to be encoded are plain, and so is any query")
    void plain(String uri) {
        assertTrue(PlainPath.is(uri));
    }
}
