package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CON-5: the supplementary terms of deals: written by one, approved by another, and from then on part of the contract.
/// None is altered: what is to be said otherwise is a further term.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SupplementaryTerms {
    /// Does not print its text: it may be about people.
    ///
    /// @param number within the deal, from 1
    public record Written(
            UUID id,
            UUID deal,
            int number,
            String text,
            String author,
            Instant writtenAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {
        @Override
        public String toString() {
            return "Written[" + number + "]";
        }
    }

    private static final String COLUMNS = "id, deal, number, text, author, written_at, approved_by, approved_at";
    private static final String WRITE = """
            INSERT INTO supplementary_term (id, deal, number, text, author, written_at, approved_by, approved_at)
            VALUES (:id, :deal, :number, :text, :author, :writtenAt, :approvedBy, :approvedAt)""";
    private static final String OF =
            "SELECT " + COLUMNS + " FROM supplementary_term WHERE deal = :deal ORDER BY number";
    private static final String LOCKED =
            "SELECT " + COLUMNS + " FROM supplementary_term WHERE id = :id FOR NO KEY UPDATE";
    private static final String APPROVE =
            "UPDATE supplementary_term SET approved_by = :by, approved_at = :at WHERE id = :id";

    @Inject
    Database database;

    @Inject
    Deals deals;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    /// Under the lock of the deal, so that the numbers have no gaps.
    Written write(Scope scope, UUID deal, String text) {
        deals.toChange(scope, deal);
        var id = Ids.next();
        var term = new Written(id, deal, of(deal).size() + 1, text, scope.person(), clock.instant(), null, null);
        database.sql(WRITE)
                .with(term)
                .with("text", sealing.seal(text, place(id)))
                .write();
        return term;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, AUTHOR_DOES_NOT_APPROVE, TERM_IS_APPROVED
    Written approve(Scope scope, UUID id) {
        var term =
                database.sql(LOCKED).with("id", id).row(Written.class).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        deals.get(scope, term.deal());
        refuseIf(term.approvedBy() != null, DealRefusal.TERM_IS_APPROVED);
        refuseIf(term.author().equals(scope.person()), DealRefusal.AUTHOR_DOES_NOT_APPROVE);
        var at = clock.instant();
        database.sql(APPROVE)
                .with("id", id)
                .with("by", scope.person())
                .with("at", at)
                .write();
        return opened(term, scope.person(), at);
    }

    /// In the order in which they were written.
    public List<Written> of(UUID deal) {
        return database.sql(OF).with("deal", deal).rows(Written.class).stream()
                .map(term -> opened(term, term.approvedBy(), term.approvedAt()))
                .toList();
    }

    private Written opened(Written term, @Nullable String approvedBy, @Nullable Instant approvedAt) {
        return new Written(
                term.id(),
                term.deal(),
                term.number(),
                sealing.open(term.text(), place(term.id())),
                term.author(),
                term.writtenAt(),
                approvedBy,
                approvedAt);
    }

    private static Place place(UUID id) {
        return new Place("supplementary_term", "text", id);
    }
}
