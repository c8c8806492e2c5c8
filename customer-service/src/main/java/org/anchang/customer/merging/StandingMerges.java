package org.anchang.customer.merging;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.merging.Known.KnownField;
import org.anchang.customer.merging.Known.MergedChange;
import org.anchang.kit.Ids;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-3: what each merge has changed, as long as it can be undone and after.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StandingMerges {
    /// @param formerOwner of the record that went
    record Standing(
            UUID merge,
            UUID merged,
            String formerOwner,
            @Nullable Instant undoneAt) {}

    private record StandingMerge(
            UUID id,
            KnownField field,
            @Nullable String beforeValue,
            @Nullable String afterValue) {}

    private record Written(
            UUID id,
            UUID merge,
            KnownField field,
            @Nullable String before,
            @Nullable String after) {}

    private static final String KEEP = """
            INSERT INTO merge_standing (merge, merged, former_owner, records)
            VALUES (:merge, :merged, :formerOwner, :records::uuid[])""";
    private static final String CHANGED = """
            INSERT INTO merge_change (id, merge, field, before_value, after_value)
            VALUES (:id, :merge, :field, :before, :after)""";
    private static final String OF =
            "SELECT merge, merged, former_owner, undone_at FROM merge_standing WHERE merge = :merge FOR UPDATE";
    private static final String RECORDS = "SELECT unnest(records) FROM merge_standing WHERE merge = :merge";
    private static final String CHANGES =
            "SELECT id, field, before_value, after_value FROM merge_change WHERE merge = :merge ORDER BY field";
    private static final String LATER = """
            SELECT m.id FROM customer_merge m JOIN merge_standing s ON s.merge = m.id
            WHERE m.customer = :customer AND m.id > :merge AND s.undone_at IS NULL ORDER BY m.id LIMIT 1""";
    private static final String UNDO = """
            UPDATE merge_standing SET undone_by = :by, undone_at = :at, reason = :reason
            WHERE merge = :merge AND undone_at IS NULL""";
    /// Deals are told under the record of their day; a merged record's are the other's elsewhere since.
    private static final String DEALS = "SELECT count(*) FROM deal_record WHERE record = ANY (:records)";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    void keep(Merge merge, String formerOwner, List<UUID> records, List<MergedChange> changes) {
        database.sql(KEEP)
                .with("merge", merge.id())
                .with("merged", merge.merged())
                .with("formerOwner", formerOwner)
                .with("records", records)
                .write();
        database.writeAll(
                CHANGED,
                changes.stream()
                        .map(change -> {
                            var id = Ids.next();
                            return new Written(
                                    id,
                                    merge.id(),
                                    change.field(),
                                    sealing.sealIfAny(change.before(), place(id, "before_value")),
                                    sealing.sealIfAny(change.after(), place(id, "after_value")));
                        })
                        .toList());
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, MERGE_IS_UNDONE
    Standing toUndo(UUID merge) {
        var standing = database.sql(OF)
                .with("merge", merge)
                .row(Standing.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        if (standing.undoneAt() != null) {
            throw refuse(CustomerRefusal.MERGE_IS_UNDONE).with("at", standing.undoneAt());
        }
        return standing;
    }

    /// The record that went, and what had gone into it.
    List<UUID> records(UUID merge) {
        return database.sql(RECORDS).with("merge", merge).rows(UUID.class);
    }

    List<MergedChange> changes(UUID merge) {
        return database.sql(CHANGES).with("merge", merge).rows(StandingMerge.class).stream()
                .map(row -> new MergedChange(
                        row.field(),
                        sealing.openIfAny(row.beforeValue(), place(row.id(), "before_value")),
                        sealing.openIfAny(row.afterValue(), place(row.id(), "after_value"))))
                .toList();
    }

    boolean hasLater(Merge merge) {
        return database.sql(LATER)
                .with("customer", merge.customer())
                .with("merge", merge.id())
                .row(UUID.class)
                .isPresent();
    }

    boolean haveDeals(List<UUID> records) {
        return database.sql(DEALS).with("records", records).one(Long.class) > 0;
    }

    void undo(Merge merge, String reason, String by, Instant at) {
        database.sql(UNDO)
                .with("merge", merge.id())
                .with("reason", sealing.seal(reason, new Place("merge_standing", "reason", merge.id())))
                .with("by", by)
                .with("at", at)
                .write();
    }

    private static Place place(UUID id, String column) {
        return new Place("merge_change", column, id);
    }
}
