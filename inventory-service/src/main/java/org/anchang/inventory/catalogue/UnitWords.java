package org.anchang.inventory.catalogue;

import org.anchang.events.ProductType;
import org.anchang.inventory.unit.Pricing;
import org.anchang.inventory.unit.UnitState;

/// The office's words of a unit on paper, which is Chinese whoever prints it.
public final class UnitWords {
    private UnitWords() {}

    static String type(String type) {
        return type(ProductType.valueOf(type));
    }

    static String type(ProductType type) {
        return switch (type) {
            case RESIDENCE -> "住宅";
            case SMALL_APARTMENT -> "小户型";
            case SHOP -> "商铺";
            case PARKING -> "车位";
            case STORAGE -> "储藏室";
            case OTHER -> "其他";
        };
    }

    static String areaKind(Pricing.AreaKind kind) {
        return switch (kind) {
            case ESTIMATE -> "预估面积";
            case PRE_SALE_SURVEY -> "预测面积";
            case AS_BUILT -> "实测面积";
        };
    }

    static String basis(Pricing.Basis basis) {
        return switch (basis) {
            case BUILDING_AREA -> "按建筑面积";
            case INTERIOR_AREA -> "按套内面积";
            case WHOLE_UNIT -> "按套";
        };
    }

    public static String state(UnitState state) {
        return switch (state) {
            case CLOSED -> "未推出";
            case AVAILABLE -> "待售";
            case HELD -> "锁定";
            case RESERVED -> "小定";
            case SUBSCRIBED -> "大定";
            case CONTRACTED -> "签约";
            case FILED -> "备案";
            case WITHHELD -> "保留";
        };
    }
}
