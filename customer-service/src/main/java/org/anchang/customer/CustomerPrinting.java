package org.anchang.customer;

import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperResource;

/// PAP-2: printing, as answers offer it: to all who see customers, but administrators.
public final class CustomerPrinting {
    private static final String[] ROLES = Role.each(Role.SALES);

    private static final Offer PRINT =
            Offer.of(CustomerAction.PRINT, PaperResource.class, "print").only(ROLES);
    private static final Offer PRINT_DOSSIER =
            PRINT.named(CustomerAction.PRINT_DOSSIER).only(Role.CONSULTANT, Role.SITE_MANAGER);
    private static final String PAPERS = "customer-papers";

    private CustomerPrinting() {}

    public static Action of(String paper, UUID subject, String project, Caller caller) {
        return PRINT.to(caller, project, PAPERS, paper, subject);
    }

    /// @param yours whether the caller may read all of it
    public static Action ofDossier(String paper, UUID customer, boolean yours) {
        return PRINT_DOSSIER.on(yours, PAPERS, paper, customer);
    }

    /// Whether the caller sees customers of the project at all: finance, who prints elsewhere, does not.
    public static boolean sees(String project, Caller caller) {
        return caller.holds(project, ROLES);
    }
}
