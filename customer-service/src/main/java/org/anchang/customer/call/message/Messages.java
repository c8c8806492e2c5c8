package org.anchang.customer.call.message;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.anchang.customer.roster.InCharge;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All messages. Whoever they were left for meets them, and who wrote them down; nobody else (SEC-1).
@ApplicationScoped
class Messages implements PanacheRepositoryBase<Message, UUID>, InCharge {
    /// What a list is asked for.
    ///
    /// @param isUnread whether only what has not been read
    /// @param isSent   whether what the caller has written down for others
    record InboxFilter(@Nullable String project, boolean isUnread, boolean isSent) {}

    /// One that was left for the caller.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Message ownOne(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(message -> message.recipient().equals(scope.person()))
                .filter(message -> scope.covers(message.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// TRK-7: what was not read yet is for the successor.
    @Override
    public void handOver(Departure departure) {
        if (departure.isGone()) {
            update(
                    "update versioned Message set recipient = ?1 where recipient = ?2 and readAt is null"
                            + " and (project = ?3 or ?3 = '*')",
                    departure.heir(),
                    departure.person(),
                    departure.project());
        }
    }

    /// The latest first.
    Page<Message> list(Scope scope, InboxFilter filter, PageRequest page) {
        var seen = scope.on("project") + (filter.isUnread() ? " and readAt is null" : "");
        return new Conditions(seen, scope.projectParameters())
                .and(filter.isSent() ? "leftBy = :me" : "recipient = :me", scope.person())
                .and("project = :project", filter.project())
                .latestBy("id", page)
                .entities(getEntityManager(), "from Message where ", Message.class, Message::id);
    }
}
