package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.Dated;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-8: follow-ups that another system has recorded, with their author and date. They fulfil no plan and
/// are told in no event: what they tell of has been acted upon long ago.
@ApplicationScoped
public class PastTalks {
    /// @param customer whom nobody else changes meanwhile
    public record EarlierTalk(
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

    private record PastTalk(
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

    /// What was said, sealed.
    private record Was(
            UUID id,
            @Nullable ContactWay way,
            String said,
            @Nullable String response,
            @Nullable String satisfied,
            @Nullable String dissatisfied,
            @Nullable String resistance,
            @Nullable IntentGrade intentGrade) {}

    private record Graded(UUID customer, Instant at) {}

    private static final String KEEP = """
            INSERT INTO follow_up (id, project, customer, state, way, done_by, done_at, said, response, satisfied, dissatisfied,
                                   resistance, intent_grade)
            VALUES (:id, :project, :customer, 'DONE', :way, :by, :at, :said, :response, :satisfied, :dissatisfied, :resistance, :grade)""";
    /// What is not said stays.
    private static final String CORRECT = """
            UPDATE follow_up SET way = coalesce(:way, way), said = :said, response = coalesce(:response, response),
                satisfied = coalesce(:satisfied, satisfied), dissatisfied = coalesce(:dissatisfied, dissatisfied),
                resistance = coalesce(:resistance, resistance), intent_grade = coalesce(:intentGrade, intent_grade), version = version + 1
            WHERE id = :id""";
    private static final String WERE = """
            SELECT id, way, said, response, satisfied, dissatisfied, resistance, intent_grade FROM follow_up
            WHERE id = ANY (:ids) FOR NO KEY UPDATE""";
    private static final String RECORDED =
            "SELECT id, done_by AS by, done_at AS at FROM follow_up WHERE id = ANY (:ids)";
    private static final String GRADED = """
            SELECT customer, max(done_at) AS at FROM follow_up
            WHERE customer = ANY (:customers) AND intent_grade IS NOT NULL GROUP BY customer""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<EarlierTalk> talks) {
        grade(talks);
        database.writeAll(KEEP, talks.stream().map(this::sealed).toList());
    }

    /// What was said is as a later file says it; who said it, when and to whom stays.
    ///
    /// @return those of which the file says anything new
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> correct(List<EarlierTalk> talks) {
        var were = database
                .sql(WERE)
                .with("ids", talks.stream().map(EarlierTalk::id).toList())
                .rows(Was.class)
                .stream()
                .collect(Collectors.toMap(Was::id, Function.identity()));
        var changed = talks.stream()
                .filter(talk -> isNew(talk, Objects.requireNonNull(were.get(talk.id()))))
                .toList();
        grade(changed);
        database.writeAll(CORRECT, changed.stream().map(this::said).toList());
        return changed.stream().map(EarlierTalk::id).collect(Collectors.toSet());
    }

    private boolean isNew(EarlierTalk talk, Was was) {
        return differs(talk.way(), was.way())
                || differs(talk.grade(), was.intentGrade())
                || differs(talk.said(), sealing.openIfAny(was.said(), place("said", talk)))
                || differs(talk.response(), sealing.openIfAny(was.response(), place("response", talk)))
                || differs(talk.satisfied(), sealing.openIfAny(was.satisfied(), place("satisfied", talk)))
                || differs(talk.dissatisfied(), sealing.openIfAny(was.dissatisfied(), place("dissatisfied", talk)))
                || differs(talk.resistance(), sealing.openIfAny(was.resistance(), place("resistance", talk)));
    }

    private static boolean differs(@Nullable Object now, @Nullable Object before) {
        return now != null && !now.equals(before);
    }

    private Was said(EarlierTalk talk) {
        var row = sealed(talk);
        return new Was(
                row.id(),
                row.way(),
                row.said(),
                row.response(),
                row.satisfied(),
                row.dissatisfied(),
                row.resistance(),
                row.grade());
    }

    public List<Dated> recorded(Collection<UUID> ids) {
        return database.sql(RECORDED).with("ids", ids).rows(Dated.class);
    }

    /// The grade of the last talk is the customer's (TRK-1), whichever system it stood in.
    private void grade(List<EarlierTalk> talks) {
        var last = graded(talks.stream().map(talk -> talk.customer().id()).toList());
        for (var talk : talks) {
            var grade = talk.grade();
            var before = last.get(talk.customer().id());
            if (grade != null && (before == null || !talk.at().isBefore(before))) {
                talk.customer().grade(grade);
                last.put(talk.customer().id(), talk.at());
            }
        }
    }

    private Map<UUID, Instant> graded(Collection<UUID> customers) {
        return customers.isEmpty()
                ? Map.of()
                : new HashMap<>(database.sql(GRADED).with("customers", customers).rows(Graded.class).stream()
                        .collect(Collectors.toMap(Graded::customer, Graded::at)));
    }

    private PastTalk sealed(EarlierTalk talk) {
        return new PastTalk(
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

    private static Place place(String column, EarlierTalk talk) {
        return new Place("follow_up", column, talk.id());
    }
}
