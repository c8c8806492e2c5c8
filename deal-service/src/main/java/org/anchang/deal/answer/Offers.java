package org.anchang.deal.answer;

import java.util.List;
import org.anchang.deal.Deal;

/// A feature that offers something to do with a deal next: its commands, where its stage and what is kept allow them.
public interface Offers {
    List<Offered> offers(Deal deal, AllKept kept);
}
