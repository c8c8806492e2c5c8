package org.anchang.customer.call.message;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.roster.InCharge;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All messages. Whoever they were left for meets them, and who wrote them down; nobody else (SEC-1).
@ApplicationScoped
class Messages implements InCharge {
    private static final String ALL = """
            SELECT id, project, recipient, caller_name, phone, body, left_by, left_at, read_at FROM message WHERE\s""";
    private static final String LEAVE = """
            INSERT INTO message (id, project, recipient, caller_name, phone, body, left_by, left_at)
            VALUES (:id, :project, :recipient, :callerName, :phone, :body, :leftBy, :leftAt)""";
    private static final String READ =
            "UPDATE message SET read_at = :at WHERE id = :id AND recipient = :me AND read_at IS NULL";
    private static final String HAND_OVER = """
            UPDATE message SET recipient = :heir
            WHERE recipient = :person AND read_at IS NULL AND (project = :project OR :project = '*')""";

    /// What a list is asked for.
    ///
    /// @param isUnread whether only what has not been read
    /// @param isSent   whether what the caller has written down for others
    record InboxFilter(@Nullable String project, boolean isUnread, boolean isSent) {}

    @Inject
    Database database;

    void leave(Message message) {
        database.sql(LEAVE).with(message).write();
    }

    /// TEL-2: what was read once stays read since then.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Message read(Scope scope, UUID id, Instant at) {
        ownOne(scope, id);
        database.sql(READ)
                .with("id", id)
                .with("me", scope.person())
                .with("at", at)
                .write();
        return ownOne(scope, id);
    }

    /// One that was left for the caller.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    private Message ownOne(Scope scope, UUID id) {
        return database.sql(ALL + "id = :id")
                .with("id", id)
                .row(Message.class)
                .filter(message -> message.recipient().equals(scope.person()))
                .filter(message -> scope.covers(message.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// TRK-7: what was not read yet is for the successor.
    @Override
    public void handOver(Departure departure) {
        if (departure.isGone()) {
            database.sql(HAND_OVER)
                    .with("heir", departure.heir())
                    .with("person", departure.person())
                    .with("project", departure.project())
                    .write();
        }
    }

    /// The latest first.
    Page<Message> list(Scope scope, InboxFilter filter, PageRequest page) {
        var seen = scope.on("project") + (filter.isUnread() ? " AND read_at IS NULL" : "");
        var conditions = new Conditions(seen, scope.projectParameters())
                .and(filter.isSent() ? "left_by = :me" : "recipient = :me", scope.person())
                .and("project = :project", filter.project());
        return database.page(ALL, conditions.latestBy("id", page), Message.class, Message::id);
    }
}
