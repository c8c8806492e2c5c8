package org.anchang.commission.ledger;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.anchang.commission.CommissionAction;
import org.anchang.commission.Commissions;
import org.anchang.commission.DealHomes;
import org.anchang.commission.ledger.StatementResource.Statement;
import org.anchang.commission.ledger.StatementResource.StatementLine;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.paper.PaperResource;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// COM-3, COM-4: the statements of consultants, each line with its reason.
@ApplicationScoped
class Statements {
    /// Who may print and export what they may read.
    static final String[] READERS = Role.each(Role.SALES, Role.FINANCE);

    private static final Offer PRINT = Offer.of(CommissionAction.PRINT, PaperResource.class, "printProjectPaper");

    @Inject
    Ledger ledger;

    @Inject
    Commissions commissions;

    @Inject
    DealHomes homes;

    @Inject
    Caller caller;

    /// SEC-1: whether the caller reads what this consultant earned.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    void mustBeForCaller(String project, String consultant) {
        refuseUnless(caller.scope().covers(project, consultant), KitRefusal.NOT_FOUND);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where it is not the caller's to see
    Statement of(Ledger.Month month) {
        mustBeForCaller(month.project(), month.consultant());
        var entries = ledger.entriesOf(month, null);
        return of(month, entries, commissions.frozen(commissionsOf(entries)), printing(month));
    }

    /// AOF-1: as it stood at a moment.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where it is not the caller's to see
    Statement asOf(Ledger.Month month, Instant at) {
        mustBeForCaller(month.project(), month.consultant());
        var entries = ledger.entriesOf(month, at);
        return of(month, entries, ledger.frozen(commissionsOf(entries), at), List.of());
    }

    private static List<UUID> commissionsOf(List<Entry> entries) {
        return entries.stream().map(Entry::commission).toList();
    }

    private List<Action> printing(Ledger.Month month) {
        return List.of(PRINT.to(caller, month.project(), "commission-papers", StatementPaper.NAME, month.project()));
    }

    private Statement of(Ledger.Month month, List<Entry> entries, Set<UUID> frozen, List<Action> actions) {
        var named = homes.of(entries.stream().map(Entry::deal).toList());
        var lines = entries.stream()
                .map(entry -> line(
                        entry,
                        named.get(entry.deal()),
                        entry.kind() != EntryKind.PAID && frozen.contains(entry.commission())))
                .toList();
        return new Statement(
                month.project() + "/" + month.consultant() + "/" + month.month(),
                month.project(),
                month.consultant(),
                month.month().toString(),
                lines,
                sum(lines, line -> line.kind() != EntryKind.PAID),
                sum(lines, line -> line.kind() == EntryKind.PAID),
                sum(lines, StatementLine::frozen),
                actions);
    }

    private static Money sum(List<StatementLine> lines, Predicate<StatementLine> which) {
        return Money.sum(lines.stream().filter(which).map(StatementLine::amount).toList());
    }

    private static StatementLine line(Entry entry, @Nullable String home, boolean frozen) {
        return new StatementLine(
                entry.id(),
                entry.commission(),
                entry.deal(),
                home,
                entry.countsOn(),
                entry.kind(),
                entry.amount(),
                entry.reason(),
                entry.part(),
                entry.planVersion(),
                frozen);
    }
}
