package org.anchang.customer.registration;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.anchang.kit.name.Names;

/// CUS-2: the first two capital letters of a name (姓名前两位大写字母): of its first two characters or words, or of
/// the spelling where there is one only. 张三 → `ZS`, 张 → `ZH`, John Smith → `JS`, Madonna → `MA`; what has no
/// letter counts as `X`.
final class NameInitials {
    /// Surnames that are read otherwise than the same character in a text, so that a dictionary errs.
    private static final Map<String, String> SURNAMES = read("""
            曾zeng 单shan 單shan 仇qiu 解xie 区ou 區ou 查zha 盖ge 蓋ge 朴piao 翟zhai 乐yue 樂yue 召shao 缪miao 繆miao
            员yun 員yun 隗wei 祭zhai 覃qin 黑he 繁po 秘bi 宓mi 佴nai 车che 車che 种chong 折she 牟mu 能nai 乜nie 都du
            郇xun 句gou 薄bo 费fei 呙guo 过guo 任ren 华hua 尉wei 盛sheng 沈shen 石shi 贾jia 纪ji 应ying 葛ge 谌chen 郗xi
            那na 万wan 萬wan 长zhang 長zhang 重chong 洗xian 冼xian 藏zang 朝chao 相xiang 褚chu 瞿qu 臧zang 逄pang 訾zi
            曲qu 於yu 哈ha 适kuo 晟cheng 幺yao 阚kan 亓qi 禤xuan 叶ye 葉ye 宁ning 柏bai 卜bu 占zhan 行xing 洪hong""");
    private static final Map<String, String> COMPOUND_SURNAMES = read("""
            单于CY 單于CY 尉迟YC 尉遲YC 万俟MQ 萬俟MQ 长孙ZS 長孫ZS 澹台TT 澹臺TT 鲜于XY 令狐LH 宇文YW 皇甫HF""");
    private static final String NO_LETTER = "X";

    private NameInitials() {}

    static String of(String name) {
        var plain = Names.trimmed(Normalizer.normalize(name, Normalizer.Form.NFKC));
        for (var compound : COMPOUND_SURNAMES.entrySet()) {
            if (plain.startsWith(compound.getKey())) {
                return compound.getValue();
            }
        }
        var syllables = syllables(plain);
        if (syllables.size() > 1) {
            return syllables.get(0).substring(0, 1) + syllables.get(1).charAt(0);
        }
        var spelling = syllables.isEmpty() ? "" : syllables.getFirst();
        return (spelling + NO_LETTER + NO_LETTER).substring(0, 2);
    }

    /// A syllable for each Chinese character, a word for each run of other letters; in capitals, A to Z only.
    private static List<String> syllables(String name) {
        var parts = name.replaceAll("(\\p{IsHan})", " $1 ").split("[^\\p{IsAlphabetic}\\p{M}]+");
        var first = Stream.of(parts).filter(part -> !part.isEmpty()).limit(2).toList();
        return Stream.iterate(0, i -> i < first.size(), i -> i + 1)
                .map(i -> capitals(i == 0 ? surname(first.get(i)) : spelled(first.get(i))))
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
        var letters = Normalizer.normalize(spelling, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
        return letters.isEmpty() ? NO_LETTER : letters;
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
