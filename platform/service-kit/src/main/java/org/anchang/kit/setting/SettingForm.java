package org.anchang.kit.setting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anchang.kit.money.Money;

/// What a value of a setting is: how it is written, within which bounds, and as what it is read. One place says all
/// three, so that what was let in can be read.
sealed interface SettingForm {
    /// A whole number without leading zeros: a count, days, minutes.
    record Whole(int least, int most) implements SettingForm {
        private static final Pattern WRITTEN = Pattern.compile("0|[1-9]\\d{0,8}");

        @Override
        public Optional<Integer> read(String value) {
            return Optional.of(value)
                    .filter(written -> WRITTEN.matcher(written).matches())
                    .map(Integer::valueOf)
                    .filter(number -> number >= least && number <= most);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("expected", "WHOLE", "least", least, "most", most);
        }
    }

    /// CNY, two decimals at most, not below zero.
    record Amount() implements SettingForm {
        private static final Pattern WRITTEN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

        @Override
        public Optional<Money> read(String value) {
            return Optional.of(value)
                    .filter(written -> WRITTEN.matcher(written).matches())
                    .map(Money::of);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("expected", "AMOUNT");
        }
    }

    /// From 0 to 100, two decimals at most.
    record Percent() implements SettingForm {
        private static final Pattern WRITTEN = Pattern.compile("100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?");

        @Override
        public Optional<BigDecimal> read(String value) {
            return Optional.of(value)
                    .filter(written -> WRITTEN.matcher(written).matches())
                    .map(BigDecimal::new);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("expected", "PERCENT");
        }
    }

    /// One of a few words.
    record Choice(List<String> choices) implements SettingForm {
        @Override
        public Optional<String> read(String value) {
            return Optional.of(value).filter(choices::contains);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("expected", "CHOICE", "choices", choices);
        }
    }

    /// A text of a certain pattern, or nothing.
    record Text(String pattern) implements SettingForm {
        @Override
        public Optional<String> read(String value) {
            return Optional.of(value).filter(written -> written.isEmpty() || written.matches(pattern));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("expected", "PATTERN", "pattern", pattern);
        }
    }

    /// The value as what it is used as; empty if it is not of this form.
    Optional<?> read(String value);

    /// What a value must be, as facts of a refusal: the kind, said in words as `expected`, and its bounds.
    Map<String, Object> facts();
}
