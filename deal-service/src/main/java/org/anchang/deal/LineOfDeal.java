package org.anchang.deal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.anchang.kit.Ids;

/// A line in its place. INV-4: its unit is the deal's as long as the line lives.
@Entity
@Table(name = "deal_line")
class LineOfDeal {
    @Id
    private UUID id;

    private int position;

    @Embedded
    private DealLine line;

    private boolean live;

    protected LineOfDeal() {}

    LineOfDeal(int position, DealLine line) {
        this.id = Ids.next();
        this.position = position;
        this.line = line;
        this.live = true;
    }

    DealLine line() {
        return line;
    }

    /// The unit may be somebody else's now.
    void letGo() {
        live = false;
    }
}
