package org.anchang.kit.seal;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// CUS-6: what is shown of a person's name or number to those who may not read it in full: never more than a third,
/// and characters whole, as a reader sees them.
public final class Mask {
    /// With anything between its parts a name has no surname in front (买买提·吐尔逊).
    private static final Pattern NOT_CHINESE = Pattern.compile("[^\\p{IsHan}\\p{Mn}]");
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政",
            "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马",
            "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌",
            "微生", "公户", "公玉", "公仪", "梁丘", "公仲", "公上", "公门", "公山", "公坚", "左丘", "公伯", "西门", "公祖", "第五", "公乘", "贯丘", "公皙",
            "南荣", "东里", "东宫", "仲长", "子书", "子桑", "即墨", "达奚", "褚师", "纳兰", "完颜", "耶律", "淳于", "单于", "叶赫", "那拉", "爱新觉罗");

    private static final int IDENTITY_NUMBER = 18;
    private static final int MOST_OF_OTHERS = 4;

    private Mask() {}

    /// The surname of a Chinese name, the first letter of another one. At least two stars for each character shown, so
    /// that a name of two characters does not stand half open.
    public static String name(String name) {
        var characters = characters(name.strip());
        if (characters.isEmpty()) {
            return "";
        }
        var shown = characters.size() == 1 ? 0 : surname(name.strip(), characters);
        return String.join("", characters.subList(0, shown))
                + "*".repeat(Math.max(characters.size() - shown, 2 * Math.max(shown, 1)));
    }

    /// Of an identity number of 18 the province and the last four; of any other number (passports, permits, phones) the
    /// end, a third of it and at most four.
    public static String number(String number) {
        var characters = characters(number.strip());
        var all = characters.size();
        var head = all == IDENTITY_NUMBER ? 2 : 0;
        var tail = Math.min(all / 3, MOST_OF_OTHERS);
        return String.join("", characters.subList(0, head))
                + "*".repeat(all - head - tail)
                + String.join("", characters.subList(all - tail, all));
    }

    private static int surname(String name, List<String> characters) {
        if (NOT_CHINESE.matcher(name).find() || characters.size() < 3) {
            return 1;
        }
        return COMPOUND_SURNAMES.stream()
                .filter(name::startsWith)
                .mapToInt(surname -> characters(surname).size())
                .filter(length -> length < characters.size())
                .max()
                .orElse(1);
    }

    private static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
    }
}
