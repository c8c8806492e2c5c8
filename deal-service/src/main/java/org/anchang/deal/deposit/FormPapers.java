package org.anchang.deal.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.Paper;
import org.anchang.deal.answer.Papers;

/// The order form that counts or waits for signatures; after signing, the one that was taken back.
@ApplicationScoped
class FormPapers implements Papers {
    @Inject
    OrderForms forms;

    @Override
    public List<Paper.Form> papers(Collection<Deal> deals) {
        return forms.latestOf(deals.stream().map(Deal::id).toList()).stream()
                .map(form -> new Paper.Form(
                        form.deal(),
                        form.id(),
                        form.number(),
                        form.state().name(),
                        form.content().figures().unitPrice(),
                        form.content().figures().discount(),
                        form.content().figures().total()))
                .toList();
    }
}
