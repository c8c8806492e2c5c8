package org.anchang.deal.answer;

import java.util.Collection;
import java.util.List;
import org.anchang.deal.Deal;

/// A feature that keeps papers about deals.
public interface Papers {
    /// Of each of the deals the one paper that counts, if there is one, in one statement.
    List<? extends Paper> papers(Collection<Deal> deals);
}
