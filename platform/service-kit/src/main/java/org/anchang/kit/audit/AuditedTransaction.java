package org.anchang.kit.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// SEC-2, SEC-5: tells the database, at the start of every transaction, who acts in it and what brought it
/// about, so that the trigger on each audited table records both also for native SQL. Nothing else writes
/// the audit table, and nothing can alter it.
@ApplicationScoped
public class AuditedTransaction {
    /// AOF-1: once a moment is known it stays that of the transaction, until another is told.
    private static final String TELL = """
            SELECT set_config('anchang.actor', :actor, true) || set_config('anchang.cause', :cause, true)
                || set_config('anchang.moment', coalesce(nullif(:moment, ''), current_setting('anchang.moment', true), ''), true)""";
    private static final String TOLD = "anchang.actor";

    /// @param cause  empty for a person's own command
    /// @param moment see [#moment]
    private record Doing(String actor, String cause, String moment) {}

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final ThreadLocal<Boolean> tellsByItself = ThreadLocal.withInitial(() -> false);

    void begun(@Observes @Initialized(TransactionScoped.class) Object begun) {
        if (tellsByItself.get()) {
            tellsByItself.remove();
            transaction.putResource(TOLD, doing());
        } else {
            tell(doing());
        }
    }

    /// The transaction that begins next in `work`, a person's command, tells the database who acts with its
    /// first statement, which has `set_config('anchang.actor', :actor, true)` and the same of
    /// `anchang.moment` among its columns: a round trip less for the hottest commands.
    public <T extends @Nullable Object> T tellingByItself(Supplier<T> work) {
        tellsByItself.set(true);
        try {
            return work.get();
        } finally {
            tellsByItself.remove();
        }
    }

    /// For a transaction that was to tell by itself, with a statement of its own after all.
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellNow() {
        tell(doing());
    }

    /// Who acts, as the audit calls them.
    public String actor() {
        return doing().actor();
    }

    /// AOF-1: the moment from which on the transaction's changes count, where the office's clock was set;
    /// else empty, and the database takes that of the first change.
    public String moment() {
        var set = clock.setTo();
        return set == null ? "" : set.toString();
    }

    /// From here on the transaction is the doing of who is the [Caller] now.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goesOnForCaller() {
        var doing = doing();
        if (!doing.equals(transaction.getResource(TOLD))) {
            tell(doing);
        }
    }

    /// From here on the transaction, which nobody's command began, is the doing of this.
    ///
    /// @param cause e.g. `sweep OverduePayments`
    @Transactional(Transactional.TxType.MANDATORY)
    public void goesOnFor(String cause) {
        caller.actFor(cause);
        goesOnForCaller();
    }

    /// Does what somebody planned in that person's name, where it comes about by itself; what comes about by
    /// another person's command is theirs.
    @Transactional(Transactional.TxType.MANDATORY)
    public void inTheNameOf(String planner, Runnable work) {
        if (!hasCaller()) {
            work.run();
            return;
        }
        var before = caller.person();
        caller.inTheNameOf(planner);
        goesOnForCaller();
        work.run();
        caller.inTheNameOf(before);
        goesOnForCaller();
    }

    private static boolean hasCaller() {
        return Arc.container().requestContext().isActive();
    }

    private Doing doing() {
        if (!hasCaller()) {
            return new Doing("system", "", "");
        }
        var cause = caller.cause();
        return new Doing(caller.actor(), cause == null ? "" : cause, moment());
    }

    private void tell(Doing doing) {
        database.sql(TELL).with(doing).one(String.class);
        transaction.putResource(TOLD, doing);
    }
}
