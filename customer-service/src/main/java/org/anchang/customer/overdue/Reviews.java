package org.anchang.customer.overdue;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.Recorded;
import org.anchang.customer.Texts;
import org.anchang.customer.overdue.ReviewResource.ReviewCustomer;
import org.anchang.customer.overdue.ReviewResource.ReviewedCustomer;
import org.anchang.customer.overdue.ReviewResource.ShownOpinion;
import org.anchang.customer.tracking.FollowUpResource.PlanFollowUp;
import org.anchang.customer.tracking.PlanningFollowUps;
import org.anchang.kit.Ids;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-2: what managers think of each customer who has not bought.
@ApplicationScoped
class Reviews implements Recorded {
    record ReviewedRow(
            UUID customer,
            String owner,
            @Nullable IntentGrade intentGrade,
            @Nullable Instant visitedAt,
            Instant lastAt,
            @Nullable LocalDate nextOn,
            boolean hasDeal,
            @Nullable UUID review,
            @Nullable String opinion,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt) {}

    private static final String LIST = """
            SELECT t.customer, t.owner, t.intent_grade, t.visited_at, t.last_at, t.next_on, t.has_deal,
                   last.id AS review, last.opinion, last.reviewed_by, last.reviewed_at
            FROM tracked_customer t
            LEFT JOIN LATERAL (
                SELECT r.id, r.opinion, r.reviewed_by, r.reviewed_at FROM review r
                WHERE r.customer = t.customer ORDER BY r.id DESC LIMIT 1) last ON true
            WHERE t.project = :project AND t.bought_at IS NULL AND NOT t.is_given_up AND t.owner <> '*'
              AND (:owner::text IS NULL OR t.owner = :owner) AND (:grade::text IS NULL OR t.intent_grade = :grade)
              AND (:after::timestamptz IS NULL OR (t.last_at, t.customer) > (:after, :customer))
            ORDER BY t.last_at, t.customer LIMIT :rows""";
    private static final String REVIEW = """
            INSERT INTO review (id, customer, project, opinion, reviewed_by, reviewed_at)
            VALUES (:id, :customer, :project, :opinion, :by, :at)""";

    private static final Offer TO_REVIEW = Offer.of(CustomerAction.REVIEW, ReviewResource.class, "review");

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    PlanningFollowUps planning;

    @Inject
    Texts texts;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    Page<ReviewedCustomer> list(
            Scope scope, String project, @Nullable String owner, @Nullable IntentGrade grade, PageRequest page) {
        var own = scope.ownOnly(project);
        refuseIf(own && owner != null && !owner.equals(scope.person()), KitRefusal.NOT_FOUND);
        var found = database.sql(LIST)
                .with("project", project)
                .with("owner", own ? scope.person() : owner)
                .with("grade", grade)
                .page(
                        page,
                        ReviewedRow.class,
                        List.of(
                                new Key<>("after", ReviewedRow::lastAt, Instant::parse),
                                new Key<>("customer", ReviewedRow::customer, UUID::fromString)));
        var names =
                texts.names(found.items().stream().map(ReviewedRow::customer).toList());
        return texts.each(
                found,
                ReviewedRow::customer,
                row -> read -> shown(project, row, requireNonNull(names.get(row.customer())), read));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, NEXT_PLAN_IS_PAST
    @Transactional(Transactional.TxType.MANDATORY)
    ShownOpinion review(Scope scope, String project, ReviewCustomer wish) {
        var customer = customers.get(scope, wish.customer());
        refuseUnless(customer.project().equals(project), KitRefusal.NOT_FOUND);
        refuseIf(customer.isPooled(), CustomerRefusal.CUSTOMER_IS_IN_THE_POOL);
        var id = Ids.next();
        var now = clock.instant();
        database.sql(REVIEW)
                .with("id", id)
                .with("customer", customer.id())
                .with("project", project)
                .with("opinion", sealing.seal(wish.opinion(), place(id)))
                .with("by", scope.person())
                .with("at", now)
                .write();
        if (wish.task() != null) {
            planning.planFor(new PlanFollowUp(customer.id(), wish.task()));
        }
        return new ShownOpinion(wish.opinion(), scope.person(), now);
    }

    private ReviewedCustomer shown(String project, ReviewedRow row, String name, Texts.Reading read) {
        var review = row.review();
        return new ReviewedCustomer(
                row.customer(),
                name,
                row.owner(),
                row.intentGrade(),
                row.visitedAt(),
                row.lastAt(),
                row.nextOn(),
                row.hasDeal(),
                review == null
                        ? null
                        : new ShownOpinion(
                                read.of(row.opinion(), place(review)),
                                requireNonNull(row.reviewedBy()),
                                requireNonNull(row.reviewedAt())),
                List.of(TO_REVIEW.to(caller, project, project)));
    }

    private static Place place(UUID review) {
        return new Place("review", "opinion", review);
    }

    @Override
    public Held held() {
        return Held.in("review", "REVIEWS", "opinion");
    }
}
