package org.anchang.kit.identity;

import java.util.List;

/// The roles of a sales office, as the token's `groups` name them.
public final class Role {
    public static final String CONSULTANT = "consultant";
    public static final String SITE_MANAGER = "site-manager";
    public static final String SALES_SUPERVISOR = "sales-supervisor";
    public static final String SALES_MANAGER = "sales-manager";
    public static final String SALES_STATISTICIAN = "sales-statistician";
    public static final String FINANCE = "finance";
    public static final String GENERAL_MANAGER = "general-manager";
    public static final String ENGINEERING = "engineering";
    public static final String COST_AUDITOR = "cost-auditor";
    public static final String ADMINISTRATOR = "administrator";
    /// Nobody: a screen that visitors look at. It may ask for what is [ForWallScreens] and nothing else.
    public static final String WALL_SCREEN = "wall-screen";

    /// All that people have.
    public static final List<String> OF_PEOPLE = List.of(
            CONSULTANT,
            SITE_MANAGER,
            SALES_SUPERVISOR,
            SALES_MANAGER,
            SALES_STATISTICIAN,
            FINANCE,
            GENERAL_MANAGER,
            ENGINEERING,
            COST_AUDITOR,
            ADMINISTRATOR);

    private Role() {}
}
