package org.anchang.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// People who never lived: names, phones and identity numbers of the right form, by the seed.
final class Visitors {
    /// Does not print itself, as if it were a real person's data.
    record Visitor(String name, String phone, String idNumber, boolean woman) {
        /// As a buyer of the whole stands on an order form.
        Map<String, Object> asOnlyBuyer() {
            return Map.of(
                    "name",
                    name,
                    "idType",
                    "ID_CARD",
                    "idNumber",
                    idNumber,
                    "phone",
                    phone,
                    "share",
                    "100.00",
                    "main",
                    true);
        }

        @Override
        public String toString() {
            return "Visitor[]";
        }
    }

    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢",
            "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "单", "仇", "解", "翟", "欧阳", "上官");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚",
            "桂英", "文博", "子涵", "雨桐", "浩然", "欣怡", "梓萱", "建国", "建华", "晓东", "晓燕", "志强", "国庆", "思远", "嘉懿", "煜城", "懿轩", "烨伟",
            "苑博", "伟泽", "熠彤", "鸿煊", "博涛", "海燕", "春梅", "玉兰", "俊杰");
    private static final List<String> PHONE_BEGINNINGS =
            List.of("135", "136", "137", "138", "139", "150", "158", "186");
    private static final List<String> DISTRICTS = List.of("410302", "410303", "410305", "410311", "410381");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random chance;
    private final HashSet<String> phones = new HashSet<>();

    Visitors(long seed) {
        chance = new Random(seed * 7_919 + 17);
    }

    List<Visitor> take(int number) {
        var visitors = new ArrayList<Visitor>(number);
        for (int i = 0; i < number; i++) {
            visitors.add(next());
        }
        return visitors;
    }

    private Visitor next() {
        var woman = chance.nextBoolean();
        return new Visitor(any(SURNAMES) + any(GIVEN), phone(), idNumber(woman), woman);
    }

    private String phone() {
        for (; ; ) {
            var phone = any(PHONE_BEGINNINGS) + "%08d".formatted(chance.nextInt(100_000_000));
            if (phones.add(phone)) {
                return phone;
            }
        }
    }

    /// District, date of birth, serial (even for women), and the check character of GB 11643.
    private String idNumber(boolean woman) {
        var serial = chance.nextInt(500) * 2 + (woman ? 0 : 1);
        var body = "%s%d%02d%02d%03d"
                .formatted(
                        any(DISTRICTS),
                        1960 + chance.nextInt(42),
                        1 + chance.nextInt(12),
                        1 + chance.nextInt(28),
                        serial);
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String any(List<String> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
