package org.anchang.deal.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.Paper;
import org.anchang.deal.answer.Papers;

/// The filing that lies with the authority or stands in its register.
@ApplicationScoped
class FilingPapers implements Papers {
    @Inject
    Filings filings;

    @Override
    public List<Paper.Filed> papers(Collection<Deal> deals) {
        return filings.withAuthority(deals).stream()
                .map(filing -> new Paper.Filed(filing.deal()))
                .toList();
    }
}
