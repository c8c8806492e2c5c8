package org.anchang.customer.spelling;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.kit.name.Names;

/// A name as it is spelled in pinyin: a syllable for each Chinese character, a word for each run of other letters; in
/// capitals, A to Z only. Surnames are read as surnames (曾 Zēng, 单 Shàn, 仇 Qiú). What has no letter is empty.
public final class Spelling {
    /// Surnames that are read otherwise than the same character in a text, so that a dictionary errs.
    private static final Map<String, String> SURNAMES = read("""
            曾zeng 单shan 單shan 仇qiu 解xie 区ou 區ou 查zha 盖ge 蓋ge 朴piao 翟zhai 乐yue 樂yue 召shao 缪miao 繆miao
            员yun 員yun 隗wei 祭zhai 覃qin 黑he 繁po 秘bi 宓mi 佴nai 车che 車che 种chong 折she 牟mu 能nai 乜nie 都du
            郇xun 句gou 薄bo 费fei 呙guo 过guo 任ren 华hua 尉wei 盛sheng 沈shen 石shi 贾jia 纪ji 应ying 葛ge 谌chen 郗xi
            那na 万wan 萬wan 长zhang 長zhang 重chong 洗xian 冼xian 藏zang 朝chao 相xiang 褚chu 瞿qu 臧zang 逄pang 訾zi
            曲qu 於yu 哈ha 适kuo 晟cheng 幺yao 阚kan 亓qi 禤xuan 叶ye 葉ye 宁ning 柏bai 卜bu 占zhan 行xing 洪hong""");
    private static final Map<String, List<String>> COMPOUND_SURNAMES = Map.ofEntries(
            Map.entry("单于", List.of("CHAN", "YU")),
            Map.entry("單于", List.of("CHAN", "YU")),
            Map.entry("尉迟", List.of("YU", "CHI")),
            Map.entry("尉遲", List.of("YU", "CHI")),
            Map.entry("万俟", List.of("MO", "QI")),
            Map.entry("萬俟", List.of("MO", "QI")),
            Map.entry("长孙", List.of("ZHANG", "SUN")),
            Map.entry("長孫", List.of("ZHANG", "SUN")),
            Map.entry("澹台", List.of("TAN", "TAI")),
            Map.entry("澹臺", List.of("TAN", "TAI")),
            Map.entry("鲜于", List.of("XIAN", "YU")),
            Map.entry("令狐", List.of("LING", "HU")),
            Map.entry("宇文", List.of("YU", "WEN")),
            Map.entry("皇甫", List.of("HUANG", "FU")));
    private static final int COMPOUND = 2;

    private Spelling() {}

    /// At most so many of its beginning.
    public static List<String> syllables(String name, int most) {
        var plain = Names.trimmed(Normalizer.normalize(name, Normalizer.Form.NFKC));
        var parts = Stream.of(plain.replaceAll("(\\p{IsHan})", " $1 ").split("[^\\p{IsAlphabetic}\\p{M}]+"))
                .filter(part -> !part.isEmpty())
                .limit(most)
                .toList();
        var compound = COMPOUND_SURNAMES.entrySet().stream()
                .filter(surname -> plain.startsWith(surname.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
        if (parts.size() >= COMPOUND && !compound.isEmpty()) {
            return Stream.concat(
                            compound.stream(),
                            parts.stream().skip(COMPOUND).map(Spelling::spelled).map(Spelling::capitals))
                    .toList();
        }
        return IntStream.range(0, parts.size())
                .mapToObj(i -> capitals(i == 0 ? surname(parts.get(i)) : spelled(parts.get(i))))
                .toList();
    }

    private static String surname(String character) {
        var read = SURNAMES.get(character);
        return read == null ? spelled(character) : read;
    }

    private static String spelled(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic)
                ? PinyinHelper.toPinyin(word, PinyinStyleEnum.NORMAL)
                : word;
    }

    private static String capitals(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
    }

    private static Map<String, String> read(String table) {
        var readings = new HashMap<String, String>();
        for (var entry : table.split("\\s+")) {
            var reading = entry.replaceAll("\\p{IsHan}", "");
            readings.put(entry.substring(0, entry.length() - reading.length()), reading);
        }
        return Map.copyOf(readings);
    }
}
