package org.anchang.deal.answer;

import java.util.Collection;
import java.util.List;
import org.anchang.deal.Deal;

/// A feature that keeps something about deals.
public interface Keeper {
    /// Of each of the deals what counts of it, if anything does, in one statement.
    List<? extends Kept> kept(Collection<Deal> deals);
}
