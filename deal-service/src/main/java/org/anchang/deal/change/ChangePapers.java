package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.anchang.deal.Deal;
import org.anchang.deal.OpenChange;
import org.anchang.deal.answer.Paper;
import org.anchang.deal.answer.Papers;

/// The change that waits for signatures.
@ApplicationScoped
class ChangePapers implements Papers {
    @Inject
    ChangeRequests requests;

    @Override
    public List<Paper.Change> papers(Collection<Deal> deals) {
        var open = deals.stream()
                .map(Deal::openChange)
                .filter(Objects::nonNull)
                .map(OpenChange::request)
                .toList();
        return open.isEmpty()
                ? List.of()
                : requests.list("id in ?1", open).stream()
                        .map(request -> new Paper.Change(request.deal(), request.applicant(), request.approval()))
                        .toList();
    }
}
