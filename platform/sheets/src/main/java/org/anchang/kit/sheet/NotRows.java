package org.anchang.kit.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.anchang.kit.sheet.ReadSheet.PassedOver.Why;
import org.jspecify.annotations.Nullable;

/// What stands among the rows of a list and is none of them.
record NotRows(Headings<?> headings, Vocabulary<?> known) {
    private static final int LONGEST_TOLD = 50;
    private static final int MOST_CELLS_OF_A_REMARK = 3;
    private static final Pattern A_TOTAL =
            Pattern.compile("(?i).{0,12}(合\\s*计|小\\s*计|总\\s*计|共\\s*计|累\\s*计)\\s*[:：]?|((sub|grand )?total)[:：]?");
    private static final Pattern A_REMARK =
            Pattern.compile("(注|备注|附注|说明|制表|审核|复核|填表|编制|打印|制单|签字|盖章|备案)[^\\d]{0,4}[:：].*|\\d[、.].{10,}");

    /// @return null if it is a row of the list
    @Nullable
    Why why(Row row) {
        if (row.isHidden()) {
            return Why.HIDDEN;
        }
        var own = row.own().stream().filter(cell -> !cell.isEmpty()).toList();
        if (standsAsAbove(row) && own.stream().allMatch(cell -> known.knows(cell.value()))) {
            return Why.HEADINGS;
        }
        if (A_TOTAL.matcher(own.getFirst().value()).matches()) {
            return Why.TOTAL;
        }
        return isRemark(row, own) ? Why.REMARK : null;
    }

    static String told(Row row) {
        var text = row.own().stream()
                .map(Cell::text)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return text.substring(0, Math.min(LONGEST_TOLD, text.length()));
    }

    /// A word that is a heading may also be what stands in a row.
    private boolean standsAsAbove(Row row) {
        return headings.places().values().stream()
                .anyMatch(place -> !row.own(place).isEmpty()
                        && headings.written().get(place).contains(row.own(place).value()));
    }

    private static boolean isRemark(Row row, List<Cell> own) {
        var first = own.getFirst();
        var isAcross = own.size() == 1
                && row.cells().stream().filter(cell -> cell == first).count() >= MOST_CELLS_OF_A_REMARK;
        return isAcross
                || own.size() <= MOST_CELLS_OF_A_REMARK
                        && A_REMARK.matcher(first.value()).matches();
    }
}
