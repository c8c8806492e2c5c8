package org.anchang.commission.earning;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// COM-4: a deal that continues another one after a swap, and the deal with which the chain began.
@Entity
class DealChain {
    @Id
    private UUID deal;

    private UUID chain;
    private UUID predecessor;

    @SuppressWarnings("NullAway.Init")
    protected DealChain() {}

    DealChain(Link link, UUID chain) {
        this.deal = link.successor();
        this.predecessor = link.predecessor();
        this.chain = chain;
    }

    record Link(UUID predecessor, UUID successor) {}

    UUID chain() {
        return chain;
    }
}
