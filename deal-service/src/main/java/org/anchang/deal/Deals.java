package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All deals. A consultant reaches own ones only (SEC-1); another's do not exist.
@ApplicationScoped
public class Deals implements PanacheRepositoryBase<Deal, UUID> {
    /// What a list is narrowed to; anything may be left out.
    ///
    /// @param dueFrom  DEP-2: top-up or signing not before this day
    /// @param dueUntil nor after this one
    public record Narrowed(
            @Nullable String project,
            @Nullable DealStage stage,
            @Nullable UUID customer,
            @Nullable String consultant,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueUntil) {}

    /// How many deals are at a stage.
    ///
    /// @param overdue DEP-2: past their top-up or signing date
    public record Count(DealStage stage, long deals, long overdue) {}

    /// As [Deposits#dueOn]; `DealResourceTest` holds them together, and `deal_standing.price` with [Deal#price].
    private static final String DUE_ON = "case when d.progress.stage = RESERVED then d.deposits.topUpBy"
            + " when d.progress.stage = SUBSCRIBED then d.deposits.signBy end";

    private static final List<DealStage> LIVE =
            Stream.of(DealStage.values()).filter(DealStage::isLive).toList();

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Deal get(Scope scope, UUID id) {
        return visible(scope, findByIdOptional(id));
    }

    /// The deal for a command: locked, so that commands on one deal come one after the other.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Deal toChange(Scope scope, UUID id) {
        return visible(scope, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The deal that an event is about, locked. Events have no caller and see every deal.
    public Optional<Deal> ofEvent(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The deal that uses this hold, locked, for an event about the hold.
    public Optional<Deal> ofHold(UUID hold) {
        return find("hold = ?1 and progress.stage = ?2", hold, DealStage.QUEUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /// The tickets that wait for one of these units, locked.
    public List<Deal> queuedOn(Collection<UUID> units) {
        return find(
                        "select d from Deal d where d.progress.stage = ?2 and exists"
                                + " (select 1 from d.lines l where l.line.unit in ?1 and l.live) order by d.id",
                        units,
                        DealStage.QUEUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// All deals that were opened for a record (CUS-3), ended ones too, for an event about it.
    public List<Deal> ofRecord(UUID record) {
        return list("mergedFrom = ?1 or customer = ?1 and mergedFrom is null order by id", record);
    }

    /// The live deals of a customer, for an event about the customer.
    public List<Deal> liveOfCustomer(UUID customer) {
        return list("customer = ?1 and progress.stage in ?2", customer, LIVE);
    }

    /// Those of a consultant in whatever project, for an event about where they work.
    public List<Deal> liveOfConsultant(String consultant) {
        return list("consultant = ?1 and progress.stage in ?2 order by id", consultant, LIVE);
    }

    /// DEP-2: the deals of a project on which money was taken, the latest first, of those that the caller may see.
    public List<UUID> taken(Scope scope, String project, int most) {
        var conditions = visible(scope, project);
        var query = getEntityManager()
                .createQuery(
                        "select d.id from Deal d where " + conditions
                                + " and d.progress.stage <> QUEUED order by d.id desc",
                        UUID.class)
                .setMaxResults(most);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    public Page<Deal> list(Scope scope, Narrowed filter, PageRequest request) {
        var found = visible(scope, filter.project())
                .and("d.progress.stage = :stage", filter.stage())
                .and("d.customer = :customer", filter.customer())
                .and("d.consultant = :consultant", filter.consultant())
                .and(DUE_ON + " >= :dueFrom", filter.dueFrom())
                .and(DUE_ON + " <= :dueUntil", filter.dueUntil())
                .by("d.id", request)
                .entities(getEntityManager(), "from Deal d where ", Deal.class, Deal::id);
        readWhole(found.items());
        return found;
    }

    /// DEP-2: the first of a stage to be topped up or signed, of those that the caller may see; of tickets the oldest.
    public List<Deal> firstDue(Scope scope, String project, DealStage stage, int most) {
        var conditions = visible(scope, project).and("d.progress.stage = :stage", stage);
        var found = find("from Deal d where " + conditions + " order by " + DUE_ON + ", d.id", conditions.parameters())
                .range(0, most - 1)
                .list();
        readWhole(found);
        return found;
    }

    /// By stage, of those that the caller may see; what a stage has none of is left out.
    public List<Count> counts(Scope scope, @Nullable String project, LocalDate today) {
        var conditions = visible(scope, project).with("today", today);
        var query = getEntityManager()
                .createQuery(
                        "select d.progress.stage, count(*), sum(case when " + DUE_ON
                                + " < :today then 1 else 0 end) from Deal d where " + conditions
                                + " group by d.progress.stage order by d.progress.stage",
                        Count.class);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /// Lines and buyers, for all of them at once.
    private void readWhole(List<Deal> found) {
        if (found.isEmpty()) {
            return;
        }
        for (var part : List.of("lines", "buyers")) {
            getEntityManager()
                    .createQuery("select d from Deal d left join fetch d." + part + " where d in :found", Deal.class)
                    .setParameter("found", found)
                    .getResultList();
        }
    }

    /// INV-4: the database lets a unit into one live deal only; this says so before it has to.
    ///
    /// @throws org.anchang.kit.problem.Refused UNIT_HAS_A_LIVE_DEAL
    public void refuseIfTaken(Collection<UUID> units) {
        refuseIf(areTaken(units), DealRefusal.UNIT_HAS_A_LIVE_DEAL);
    }

    /// Whether a live deal has one of the units.
    public boolean areTaken(Collection<UUID> units) {
        return getEntityManager()
                        .createQuery(
                                "select count(l) from LineOfDeal l where l.line.unit in :units and l.live", Long.class)
                        .setParameter("units", units)
                        .getSingleResult()
                > 0;
    }

    public String nextTicket() {
        return "T%06d".formatted(database.sql("SELECT nextval('ticket_number')").one(Long.class));
    }

    private static Conditions visible(Scope scope, @Nullable String project) {
        return new Conditions(scope.on("d.project", "d.consultant"), scope.parameters())
                .and("d.project = :project", project);
    }

    private static Deal visible(Scope scope, Optional<Deal> found) {
        return found.filter(deal -> scope.covers(deal.project(), deal.consultant()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
