package org.anchang.customer.merging;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;

/// CUS-3: which record went into which, why, and who decided. Never altered.
@Entity
@Table(name = "customer_merge")
class Merge {
    /// Who says that both are the same person, and why.
    record Word(String reason, String by) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;
    private UUID merged;
    private String reason;
    private String mergedBy;
    private Instant mergedAt;

    @SuppressWarnings("NullAway.Init")
    protected Merge() {}

    static Merge of(CustomersMerged event, Word word, Sealing sealing) {
        var merge = new Merge();
        merge.id = Ids.next();
        merge.project = event.project();
        merge.customer = event.customer();
        merge.merged = event.merged();
        merge.reason = sealing.seal(word.reason(), merge.reasonPlace());
        merge.mergedBy = word.by();
        merge.mergedAt = event.at();
        return merge;
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    UUID customer() {
        return customer;
    }

    UUID merged() {
        return merged;
    }

    /// Sealed.
    String reason() {
        return reason;
    }

    Place reasonPlace() {
        return new Place("customer_merge", "reason", id);
    }

    String mergedBy() {
        return mergedBy;
    }

    Instant mergedAt() {
        return mergedAt;
    }
}
