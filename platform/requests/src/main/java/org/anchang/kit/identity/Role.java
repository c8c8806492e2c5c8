package org.anchang.kit.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;

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

    /// Who sells and who answers for them, said in one word: to `@RolesAllowed` and to [#each], which takes it apart.
    /// No path of a group, and no part of one, ends in a slash: whatever an office names its own, none means this.
    public static final String SALES = "sales/";

    private static final Set<String> OF_SALES =
            Set.of(CONSULTANT, SITE_MANAGER, SALES_SUPERVISOR, SALES_MANAGER, SALES_STATISTICIAN, GENERAL_MANAGER);

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

    /// The roles that people have of those that are named, one by one.
    public static String[] each(String... named) {
        var all = Set.of(named);
        return all.contains(SALES)
                ? OF_PEOPLE.stream()
                        .filter(role -> all.contains(role) || OF_SALES.contains(role))
                        .toArray(String[]::new)
                : named;
    }

    /// Whether one of them is of [#SALES].
    static boolean isOfSales(Collection<String> held) {
        return held.stream().anyMatch(OF_SALES::contains);
    }
}
