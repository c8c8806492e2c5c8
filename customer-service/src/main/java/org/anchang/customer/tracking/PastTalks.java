package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-8: follow-ups that another system has recorded, with their author and date. They fulfil no plan and are told in
/// no event: what they tell of has been acted upon long ago.
@ApplicationScoped
public class PastTalks {
    /// @param customer whom nobody else changes meanwhile
    public record Talk(
            UUID id,
            Customer customer,
            @Nullable ContactWay way,
            String said,
            @Nullable String response,
            @Nullable String satisfied,
            @Nullable String dissatisfied,
            @Nullable String resistance,
            @Nullable IntentGrade grade,
            String by,
            Instant at) {}

    private record Row(
            UUID id,
            String project,
            UUID customer,
            @Nullable ContactWay way,
            String said,
            @Nullable String response,
            @Nullable String satisfied,
            @Nullable String dissatisfied,
            @Nullable String resistance,
            @Nullable IntentGrade grade,
            String by,
            Instant at) {}

    private record Graded(UUID customer, Instant at) {}

    private static final String KEEP = """
            INSERT INTO follow_up (id, project, customer, state, way, done_by, done_at, said, response, satisfied, dissatisfied,
                                   resistance, intent_grade)
            VALUES (:id, :project, :customer, 'DONE', :way, :by, :at, :said, :response, :satisfied, :dissatisfied, :resistance, :grade)""";
    private static final String GRADED = """
            SELECT customer, max(done_at) AS at FROM follow_up
            WHERE customer = ANY (:customers) AND intent_grade IS NOT NULL GROUP BY customer""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    /// The grade of the last talk is the customer's (TRK-1), whichever system it stood in.
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Talk> talks) {
        var last = graded(talks.stream().map(talk -> talk.customer().id()).toList());
        for (var talk : talks) {
            var grade = talk.grade();
            var before = last.get(talk.customer().id());
            if (grade != null && (before == null || !talk.at().isBefore(before))) {
                talk.customer().grade(grade);
                last.put(talk.customer().id(), talk.at());
            }
        }
        database.writeAll(KEEP, talks.stream().map(this::sealed).toList());
    }

    private Map<UUID, Instant> graded(Collection<UUID> customers) {
        return customers.isEmpty()
                ? Map.of()
                : new HashMap<>(database.sql(GRADED).with("customers", customers).rows(Graded.class).stream()
                        .collect(Collectors.toMap(Graded::customer, Graded::at)));
    }

    private Row sealed(Talk talk) {
        return new Row(
                talk.id(),
                talk.customer().project(),
                talk.customer().id(),
                talk.way(),
                sealing.seal(talk.said(), place("said", talk)),
                sealing.sealIfAny(talk.response(), place("response", talk)),
                sealing.sealIfAny(talk.satisfied(), place("satisfied", talk)),
                sealing.sealIfAny(talk.dissatisfied(), place("dissatisfied", talk)),
                sealing.sealIfAny(talk.resistance(), place("resistance", talk)),
                talk.grade(),
                talk.by(),
                talk.at());
    }

    private static Place place(String column, Talk talk) {
        return new Place("follow_up", column, talk.id());
    }
}
