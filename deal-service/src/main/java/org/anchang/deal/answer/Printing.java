package org.anchang.deal.answer;

import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.PaperResource;

/// PAP-2: printing, as answers offer it: to all who see deals, but administrators.
public final class Printing {
    private static final String PAPERS = "deal-papers";
    private static final Offer PRINT = Offer.of(DealAction.PRINT, PaperResource.class, "print");
    private static final Offer OF_PROJECT = Offer.of(DealAction.PRINT, PaperResource.class, "printProjectPaper");

    private Printing() {}

    /// @param paper   its name, e.g. `order-form`
    /// @param subject what it shows
    public static Action action(DealAction name, String paper, UUID subject, String project, Caller caller) {
        return PRINT.named(name).to(caller, project, PAPERS, paper, subject);
    }

    /// The same of a paper about a project; of what of it, the command says.
    ///
    /// @param roles who may see what it shows
    public static Action ofProject(DealAction name, String paper, String project, Caller caller, String... roles) {
        return OF_PROJECT.named(name).only(roles).to(caller, project, PAPERS, paper, project);
    }
}
