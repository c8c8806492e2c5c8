package org.anchang.deal.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.Paper;
import org.anchang.deal.answer.Papers;

/// The contract that counts.
@ApplicationScoped
class ContractPapers implements Papers {
    @Inject
    Contracts contracts;

    @Override
    public List<Paper.Contract> papers(Collection<Deal> deals) {
        return contracts.of(deals).stream()
                .map(contract -> new Paper.Contract(
                        contract.deal(),
                        contract.id(),
                        contract.number(),
                        contract.scheme(),
                        contract.signedOn(),
                        contract.fileBy()))
                .toList();
    }
}
