package org.anchang.inventory.ticket;

import org.jspecify.annotations.Nullable;

/// INV-13: why a row of a list is refused.
///
/// @param line   as the spreadsheet counts, from 1
/// @param column as the office calls it
/// @param value  what stands there; left out where it is personal
public record BadRow(long line, String column, @Nullable String value, Reason reason) {
    /// What is wrong with it.
    public enum Reason {
        MISSING("未填写"),
        TOO_LONG("过长"),
        FORMULA_ERROR("公式无结果"),
        WRONG_ENCODING("编码有误"),
        NO_PHONE("不是电话号码"),
        NO_CUSTOMER_ID("不是客户标识"),
        /// The same number stands further up in the list.
        NUMBER_TWICE("排号重复"),
        /// The number is on the list of the day already.
        NUMBER_KNOWN("排号已在名单中"),
        NUMBER_UNKNOWN("排号不在名单中"),
        /// Its holder has not checked in.
        NOT_CHECKED_IN("未签到");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /// As the error file says it.
    String words() {
        return column + ":" + reason.words;
    }
}
