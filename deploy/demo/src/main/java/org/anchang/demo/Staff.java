package org.anchang.demo;

import java.util.List;

/// Who works in the demo office, by user name.
final class Staff {
    static final List<String> CONSULTANTS = List.of("li.na", "wang.lei", "zhao.min");
    static final String SITE_MANAGER = "chen.jing";
    static final String SALES_SUPERVISOR = "sun.li";
    static final String SALES_MANAGER = "zhou.qiang";
    static final String SALES_STATISTICIAN = "wu.fang";
    static final String FINANCE = "zheng.yun";
    static final String GENERAL_MANAGER = "huang.wei";
    static final String ENGINEERING = "xu.gang";
    static final String COST_AUDITOR = "ma.chao";
    static final String ADMINISTRATOR = "admin.office";

    static final List<String> EVERYBODY = List.of(
            "li.na",
            "wang.lei",
            "zhao.min",
            SITE_MANAGER,
            SALES_SUPERVISOR,
            SALES_MANAGER,
            SALES_STATISTICIAN,
            FINANCE,
            GENERAL_MANAGER,
            ENGINEERING,
            COST_AUDITOR,
            ADMINISTRATOR);

    private Staff() {}
}
