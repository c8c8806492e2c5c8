package org.anchang.deal.answer;

import java.util.List;
import org.anchang.deal.Deal;

/// A feature that offers something to do with a deal next: its commands, where stage and papers allow them.
public interface Offers {
    List<DealOffer> offers(Deal deal, AllPapers papers);
}
