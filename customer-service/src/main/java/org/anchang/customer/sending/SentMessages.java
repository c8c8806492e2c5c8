package org.anchang.customer.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-7: who was told what. A consultant meets what own customers were told (SEC-1).
@ApplicationScoped
class SentMessages implements Recorded {
    /// What a list is asked for; anything may be left out.
    record MessageFilter(
            @Nullable String project,
            @Nullable UUID customer,
            @Nullable UUID occasion,
            @Nullable MessageKind kind,
            @Nullable MessageState state) {}

    /// @param body sealed
    record KeptMessage(
            UUID id,
            String project,
            @Nullable UUID customer,
            @Nullable String person,
            MessageKind kind,
            UUID occasion,
            String body,
            String askedBy,
            Instant askedAt,
            MessageState state,
            @Nullable MessageTrouble reason,
            Instant dueAt,
            @Nullable String carrier,
            @Nullable Instant endedAt) {}

    private static final String LIST = """
            SELECT m.id, m.project, r.customer, m.person, m.kind, m.occasion, m.body, m.asked_by, m.asked_at, m.state, m.reason, m.due_at,
                   m.carrier, m.ended_at
            FROM sent_message m LEFT JOIN standing_record r ON r.record = m.customer WHERE\s""";

    @Inject
    Database database;

    Optional<KeptMessage> get(Scope scope, UUID id) {
        var conditions = conditions(scope).and("m.id = :id", id);
        return database.sql(LIST + conditions).with(conditions.parameters()).row(KeptMessage.class);
    }

    /// The latest first.
    Page<KeptMessage> list(Scope scope, MessageFilter filter, PageRequest page) {
        var conditions = conditions(scope)
                .and("m.project = :project", filter.project())
                .and("r.customer = :customer", filter.customer())
                .and("m.occasion = :occasion", filter.occasion())
                .and("m.kind = :kind", filter.kind())
                .and("m.state = :state", filter.state());
        return database.page(LIST, conditions.latestBy("m.id", page), KeptMessage.class, KeptMessage::id);
    }

    private static Conditions conditions(Scope scope) {
        return new Conditions(scope.on("m.project", "r.owner"), scope.parameters());
    }

    @Override
    public Held held() {
        return Held.in("sent_message", "MESSAGES", "body", "link");
    }
}
