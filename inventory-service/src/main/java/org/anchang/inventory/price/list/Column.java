package org.anchang.inventory.price.list;

import java.util.List;
import org.anchang.kit.sheet.KnownColumn;

/// The columns of a price list, by the headings under which offices write them: without blanks, brackets and
/// measures, which need not be told (`建筑面积（㎡）`).
enum Column implements KnownColumn {
    PROJECT(false, "项目 项目名称 楼盘 楼盘名称 小区 小区名称 project"),
    BUILDING(true, "楼栋 栋号 楼号 幢号 楼栋号 楼幢 楼幢号 栋 幢 楼栋名称 幢名称 楼座 座号 栋座 号楼 所在楼栋 building"),
    SECTION(true, "单元 单元号 单元名称 所在单元 section"),
    FLOOR(true, "楼层 层 层号 层次 楼层号 所在层 所在楼层 名义层 floor"),
    ROOM(true, "房号 室号 房间号 房间 房屋号 户号 room"),
    BUILDING_AREA(true, "建筑面积 建面 预测建筑面积 实测建筑面积 房屋建筑面积 销售面积 预售面积 预售建筑面积 合同建筑面积 建筑总面积 building_area"),
    INTERIOR_AREA(false, "户内面积 套内面积 套内建筑面积 户内建筑面积 预测套内面积 预测套内建筑面积 实测套内面积 实测套内建筑面积 套内 套内建面 interior_area"),
    GARDEN_AREA(false, "花园面积 庭院面积 garden_area"),
    OTHER_AREA(false, "其他面积 其它面积 other_area"),
    UNIT_PRICE(
            true,
            "预售单价 单价 备案单价 销售单价 建筑面积单价 建面单价 房屋单价 申报单价 公示单价 挂牌单价 拟售单价 备案价格单价 预售价格单价 "
                    + "表价单价 每平方米价格 每平方米单价 平方米单价 房屋销售单价 商品房单价 unit_price"),
    TOTAL(
            false,
            "总价 预售总价 备案总价 销售总价 房屋总价 总房价 总价款 房屋总价款 总房款 房款 房价款 申报总价 公示总价 挂牌总价 拟售总价 "
                    + "房屋总金额 总金额 合价 价款 总售价 总价格 房屋价款 合计总价 总价合计 total"),
    TOTAL_IN_TEN_THOUSANDS(
            false, "总价(万元) 总价万元 总价(单位:万元) 总价(万) 预售总价(万元) 备案总价(万元) 销售总价(万元) 房屋总价(万元) 总房价(万元) 总价款(万元) 总房款(万元)"),
    FLOOR_PRICE(false, "底价 最低价 最低总价 floor_price"),
    BASIS(false, "计价方式 计价依据 basis"),
    PRODUCT_TYPE(false, "物业类型 物业类别 业态 产品类型 product_type"),
    BUILDING_TYPE(false, "建筑类型 building_type"),
    LAYOUT(false, "户型 房型 户型结构 layout"),
    VIEW(false, "景观 朝向 view");

    private final boolean required;
    private final List<String> headings;

    /// @param headings with blanks between them
    Column(boolean required, String headings) {
        this.required = required;
        this.headings = List.of(headings.split(" "));
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    /// Offices have a column for each of their two meanings.
    @Override
    public boolean mayStandTwice() {
        return this == VIEW || this == LAYOUT;
    }
}
