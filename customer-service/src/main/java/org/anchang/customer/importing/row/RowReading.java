package org.anchang.customer.importing.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.importing.row.ImportKind.Field;
import org.anchang.customer.phone.HiddenPhone;
import org.anchang.customer.tracking.ContactWay;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.name.Names;
import org.anchang.kit.phone.Phone;
import org.jspecify.annotations.Nullable;

/// CUS-8: understands what a row says, and tells all that is wrong with it.
public final class RowReading {
    /// What is wrong with a cell; the column is named where it is one's fault.
    public record Wrong(@Nullable Field field, RowReason reason) {
        @Override
        public String toString() {
            return (field == null ? "" : field.name()) + ":" + reason.name();
        }

        /// As one text, which is empty where nothing is wrong.
        public static String told(List<Wrong> all) {
            return all.stream().limit(MOST_TOLD).map(Wrong::toString).collect(Collectors.joining(" "));
        }

        public static List<Wrong> all(String told) {
            return told.isEmpty()
                    ? List.of()
                    : Stream.of(told.split(" ")).map(Wrong::of).toList();
        }

        private static Wrong of(String written) {
            var colon = written.indexOf(':');
            return new Wrong(
                    colon == 0 ? null : Field.valueOf(written.substring(0, colon)),
                    RowReason.valueOf(written.substring(colon + 1)));
        }
    }

    /// By what the words of a file are understood.
    ///
    /// @param sources the project's dictionary, by [Names#key]
    /// @param tags    the same of its tags
    public record Dictionary(Map<String, String> sources, Map<String, UUID> tags, Instant now) {
        public Dictionary(Map<String, String> sources, Instant now) {
            this(sources, Map.of(), now);
        }
    }

    private static final Pattern MOMENT = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:[T ]*(\\d{1,2})[:时](\\d{1,2})分?(?::?(\\d{1,2})秒?(?:\\.\\d+)?)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SEVERAL = Pattern.compile("[、，,;；/|\\s]+");
    private static final int MOST_TOLD = 6;
    private static final int FIRST_YEAR = 1980;
    private static final Map<String, Gender> GENDERS = words(Map.of(
            Gender.MALE, "男 男士 先生 男性 m male",
            Gender.FEMALE, "女 女士 小姐 女性 f female"));
    private static final Map<String, Channel> CHANNELS = words(Map.of(
            Channel.PHONE_IN, "来电 电话 热线 电话咨询 来电客户 phone_in",
            Channel.WALK_IN, "来访 到访 上门 自然到访 自然来访 来访客户 walk_in",
            Channel.SOURCED, "拓客 外拓 名单 派单 陌拜 电销 导入 sourced",
            Channel.REFERRAL, "老带新 介绍 转介 转介绍 推荐 老客户介绍 referral",
            Channel.PARTNER, "分销 渠道 中介 经纪 经纪人 合作 电商 partner"));
    private static final Map<String, ContactWay> WAYS = words(Map.of(
            ContactWay.CALL, "电话 去电 来电 电话回访 打电话 call",
            ContactWay.VISIT, "来访 到访 面谈 接待 复访 visit",
            ContactWay.MESSAGE, "短信 微信 消息 qq message",
            ContactWay.MAIL, "信函 邮件 邮寄 mail",
            ContactWay.HOME_VISIT, "上门 家访 拜访 上门拜访 home_visit",
            ContactWay.OTHER, "其他 其它 other"));

    private final Map<Field, String> values;
    private final Dictionary dictionary;
    private final List<Wrong> wrong = new ArrayList<>();

    private RowReading(Map<Field, String> values, Dictionary dictionary) {
        this.values = values;
        this.dictionary = dictionary;
    }

    /// What a row says; whether anything is wrong with it, has been seen before.
    public static SaidRow read(Map<Field, String> values, Dictionary dictionary) {
        return new RowReading(values, dictionary).said();
    }

    /// What is wrong with a row.
    public static List<Wrong> faults(ImportKind kind, Map<Field, String> values, Dictionary dictionary) {
        var reading = new RowReading(values, dictionary);
        reading.check(kind);
        return reading.wrong;
    }

    /// The moment that somebody wrote; a day begins at midnight.
    public static Optional<Instant> moment(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        var plain = Names.trimmed(written);
        var day = DIGITS.matcher(plain);
        var moment = MOMENT.matcher(plain);
        try {
            if (day.matches()) {
                return at(number(day.group(1)), number(day.group(2)), number(day.group(3)), 0, 0, 0);
            }
            return moment.matches()
                    ? at(
                            number(moment.group(1)),
                            number(moment.group(2)),
                            number(moment.group(3)),
                            number(moment.group(4)),
                            number(moment.group(5)),
                            number(moment.group(6)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> at(int year, int month, int day, int hour, int minute, int second) {
        return year < FIRST_YEAR
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(year, month, day, hour, minute, second)
                        .atZone(OfficeClock.OFFICE_ZONE)
                        .toInstant());
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private SaidRow said() {
        var name = values.get(Field.NAME);
        var source = values.get(Field.SOURCE);
        return new SaidRow(
                name == null ? null : Names.trimmed(name),
                values.get(Field.PHONE),
                values.get(Field.NUMBER),
                found(GENDERS, Field.GENDER),
                found(CHANNELS, Field.CHANNEL),
                source == null ? null : dictionary.sources().get(Names.key(source)),
                grade(),
                values.get(Field.CONSULTANT),
                values.get(Field.INTRODUCER),
                moment(values.get(Field.DATE)).orElse(null),
                values.get(Field.AUTHOR),
                values.get(Field.NOTE),
                tags().filter(Objects::nonNull).collect(Collectors.toSet()),
                new SaidRow.SaidTalk(
                        found(WAYS, Field.WAY),
                        values.get(Field.SAID),
                        values.get(Field.RESPONSE),
                        values.get(Field.SATISFIED),
                        values.get(Field.DISSATISFIED),
                        values.get(Field.RESISTANCE)));
    }

    private void check(ImportKind kind) {
        for (var column : kind.columns()) {
            var value = values.get(column.field());
            if (value == null) {
                if (column.isRequired()) {
                    add(column.field(), RowReason.MISSING);
                }
            } else if (value.length() > column.field().longest()) {
                add(column.field(), RowReason.TOO_LONG);
            }
        }
        checkWho();
        checkMoment();
        checkChoice(GENDERS, Field.GENDER);
        checkChoice(CHANNELS, Field.CHANNEL);
        checkChoice(WAYS, Field.WAY);
        if (values.containsKey(Field.GRADE) && grade() == null) {
            add(Field.GRADE, RowReason.NOT_A_CHOICE);
        }
        var source = values.get(Field.SOURCE);
        if (source != null && !dictionary.sources().containsKey(Names.key(source))) {
            add(Field.SOURCE, RowReason.SOURCE_UNKNOWN);
        }
        if (tags().anyMatch(Objects::isNull)) {
            add(Field.TAGS, RowReason.TAG_UNKNOWN);
        }
        if (found(CHANNELS, Field.CHANNEL) == Channel.REFERRAL && !values.containsKey(Field.INTRODUCER)) {
            add(Field.INTRODUCER, RowReason.INTRODUCER_MISSING);
        }
    }

    private void checkWho() {
        var phone = values.get(Field.PHONE);
        if (phone != null && Phone.in(phone).isEmpty()) {
            add(Field.PHONE, HiddenPhone.in(phone).isPresent() ? RowReason.PHONE_IS_INCOMPLETE : RowReason.NOT_A_PHONE);
        } else if (phone == null && !values.containsKey(Field.NUMBER)) {
            add(null, RowReason.NEITHER_PHONE_NOR_NUMBER);
        }
    }

    private void checkMoment() {
        var written = values.get(Field.DATE);
        if (written == null) {
            return;
        }
        var moment = moment(written);
        if (moment.isEmpty()) {
            add(Field.DATE, RowReason.NOT_A_DATE);
        } else if (moment.get().isAfter(dictionary.now())) {
            add(Field.DATE, RowReason.IN_THE_FUTURE);
        }
    }

    private void checkChoice(Map<String, ?> words, Field field) {
        if (values.containsKey(field) && found(words, field) == null) {
            add(field, RowReason.NOT_A_CHOICE);
        }
    }

    /// Of each tag what the dictionary knows it by; null: nothing.
    private Stream<@Nullable UUID> tags() {
        return SEVERAL.splitAsStream(values.getOrDefault(Field.TAGS, ""))
                .filter(written -> !Names.isUnseen(written))
                .map(written -> dictionary.tags().get(Names.key(written)));
    }

    private void add(@Nullable Field field, RowReason reason) {
        wrong.add(new Wrong(field, reason));
    }

    private <T> @Nullable T found(Map<String, T> words, Field field) {
        var written = values.get(field);
        return written == null ? null : words.get(Names.key(written));
    }

    /// `A`, `a级`, `B类`.
    private @Nullable IntentGrade grade() {
        var written = values.get(Field.GRADE);
        if (written == null) {
            return null;
        }
        return switch (Names.key(written).replaceAll("(级|类|级客户|类客户)$", "")) {
            case "a" -> IntentGrade.A;
            case "b" -> IntentGrade.B;
            case "c" -> IntentGrade.C;
            case "d" -> IntentGrade.D;
            default -> null;
        };
    }

    private static <T> Map<String, T> words(Map<T, String> byMeaning) {
        var words = new HashMap<String, T>();
        byMeaning.forEach((meaning, written) -> {
            for (var word : written.split(" ")) {
                words.put(Names.key(word).toLowerCase(Locale.ROOT), meaning);
            }
        });
        return Map.copyOf(words);
    }
}
