package org.anchang.inventory.price.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The columns of a price list, by the headings under which offices write them.
enum Column {
    PROJECT(false, "项目", "项目名称"),
    BUILDING(true, "楼栋", "栋号"),
    SECTION(true, "单元"),
    FLOOR(true, "楼层"),
    ROOM(true, "房号"),
    BUILDING_AREA(true, "建筑面积"),
    INTERIOR_AREA(false, "户内面积", "套内面积"),
    GARDEN_AREA(false, "花园面积"),
    OTHER_AREA(false, "其他面积"),
    UNIT_PRICE(true, "预售单价", "单价"),
    TOTAL(false, "总价", "预售总价"),
    FLOOR_PRICE(false, "底价"),
    BASIS(false, "计价方式"),
    PRODUCT_TYPE(false, "物业类型"),
    BUILDING_TYPE(false, "建筑类型"),
    LAYOUT(false, "户型"),
    VIEW(false, "景观", "朝向");

    /// Of a heading: the measure that offices like to add, e.g. `建筑面积(㎡)`, and blanks.
    private static final Pattern ADDED =
            Pattern.compile("[\\s\u3000]+|[((](㎡|m²|m2|平方米|平米|元(/(㎡|m²|m2|平方米|平米|套))?)[))]$");

    private final boolean required;
    private final List<String> headings;

    Column(boolean required, String... headings) {
        this.required = required;
        this.headings = List.of(headings);
    }

    boolean isRequired() {
        return required;
    }

    /// As the office calls it.
    String heading() {
        return headings.getFirst();
    }

    static Optional<Column> of(String written) {
        var heading = ADDED.matcher(written).replaceAll("");
        return Arrays.stream(values())
                .filter(column ->
                        column.headings.contains(heading) || column.name().equalsIgnoreCase(heading))
                .findFirst();
    }
}
