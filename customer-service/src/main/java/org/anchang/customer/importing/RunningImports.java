package org.anchang.customer.importing;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.importing.CustomerImport.ImportState;
import org.anchang.customer.importing.CustomerImports.AtWork;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.RowReading.Wrong;
import org.anchang.customer.importing.row.RowReason;
import org.anchang.customer.registration.RegisteringCustomer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Acting;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.stop.PauseOver;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// CUS-8: takes a file over, a slice in each transaction, which also keeps how far it has come: whatever breaks
/// off goes on behind the last slice that was written, on whichever replica looks first, and writes nothing twice.
@ApplicationScoped
class RunningImports implements Sweep {
    private static final Logger LOG = Logger.getLogger(RunningImports.class);
    static final int SLICE = 500;
    private static final String NO_REASON = "导入旧系统资料";

    @Inject
    Slices slices;

    @Inject
    CustomerImports imports;

    @Inject
    StagedRows staged;

    @Inject
    ReadingImports reading;

    @Inject
    WritingCustomers writingCustomers;

    @Inject
    WritingTalks writingTalks;

    @Inject
    RegisteringCustomer registering;

    @Inject
    NamedPeople people;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    private volatile boolean stopping;

    /// Starts what was shown, or goes on with what was stopped.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, IMPORT_IS_NOT_READY, IMPORT_MODE_NOT_POSSIBLE,
    ///     PROJECT_NOT_KNOWN_YET, IMPORT_IS_RUNNING: of the project another one
    @Transactional(Transactional.TxType.MANDATORY)
    void start(UUID id, ImportMode mode, @Nullable String reason) {
        var found = imports.toChange(caller.scope(), id);
        if (found.state() != ImportState.READY && found.state() != ImportState.STOPPED) {
            throw refuse(CustomerRefusal.IMPORT_IS_NOT_READY).with("importState", found.state());
        }
        refuseUnless(found.mode() == null || found.mode() == mode, CustomerRefusal.IMPORT_MODE_NOT_POSSIBLE);
        registering.regionOf(found.project());
        refuseUnless(imports.takesTurn(found), CustomerRefusal.IMPORT_IS_RUNNING);
        var why = reason == null || Names.isUnseen(reason) ? NO_REASON : reason;
        imports.run(id, mode, sealing.seal(why, reasonOf(id)), caller.name(), clock.instant());
    }

    /// What is written stays; the rest waits to be gone on with.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, IMPORT_IS_NOT_RUNNING
    @Transactional(Transactional.TxType.MANDATORY)
    void stop(UUID id) {
        var found = imports.get(caller.scope(), id);
        imports.leaveTurn(found.id());
        refuseUnless(
                imports.toChange(caller.scope(), id).state() == ImportState.RUNNING,
                CustomerRefusal.IMPORT_IS_NOT_RUNNING);
        imports.end(id, ImportState.STOPPED, clock.instant());
    }

    void serviceStops(@Observes PauseOver over) {
        stopping = true;
    }

    @Override
    public String nextDue() {
        return CustomerImports.NEXT_TURN;
    }

    @Override
    public void run() {
        var atWork = imports.atWork();
        while (!atWork.isEmpty() && !stopping) {
            atWork = atWork.stream().filter(one -> !stopping && goOn(one)).toList();
        }
    }

    /// @return whether there may be more of it
    boolean goOn(AtWork one) {
        var id = one.id();
        try (var _ = Acting.of("import " + id, one.by())) {
            try {
                return slice(id, SLICE);
            } catch (RegisteringNewcomers.TakenMeanwhile _) {
                return true;
            } catch (RuntimeException e) {
                mustNotPass(e);
                LOG.errorf(e, "A slice of the import %s cannot be written: its rows are tried one by one", id);
                return oneByOne(id);
            }
        }
    }

    /// One row that cannot be written keeps none of the others.
    private boolean oneByOne(UUID id) {
        for (int i = 0; i < SLICE && !stopping; i++) {
            try {
                if (!slice(id, 1)) {
                    return false;
                }
            } catch (RegisteringNewcomers.TakenMeanwhile _) {
                // It is known now.
            } catch (RuntimeException e) {
                mustNotPass(e);
                slices.run(() -> fail(id));
            }
        }
        return true;
    }

    private static void mustNotPass(RuntimeException e) {
        if (DatabaseTrouble.isPassing(e)) {
            throw e;
        }
    }

    /// @return whether anything was left to do
    boolean slice(UUID id, int most) {
        return slices.call(() -> {
            if (!imports.keepsTurn(id)) {
                return false;
            }
            var running = imports.named(id);
            var rows = chosen(running, most);
            if (rows.isEmpty()) {
                imports.end(id, ImportState.DONE, clock.instant());
                return false;
            }
            var tally = write(running, rows);
            keep(running, rows, tally);
            return true;
        });
    }

    private Tally write(CustomerImport running, List<ChosenRow> rows) {
        var run = new Run(
                running,
                Objects.requireNonNull(running.runBy()),
                Objects.requireNonNull(running.mode()),
                sealing.open(Objects.requireNonNull(running.reason()), reasonOf(running.id())),
                clock.instant(),
                people.of(running.project()));
        return running.kind() == ImportKind.CUSTOMERS
                ? writingCustomers.write(run, rows)
                : writingTalks.write(run, rows);
    }

    private List<ChosenRow> chosen(CustomerImport running, int most) {
        var rows = staged.next(running, most);
        if (rows.isEmpty()) {
            return List.of();
        }
        var twins = staged
                .twinsOf(running, rows.stream().map(StagedRows.StagedRow::line).toList())
                .stream()
                .collect(Collectors.groupingBy(twin -> Objects.requireNonNull(twin.twinOf())));
        var dictionary = reading.dictionary(running.project());
        return rows.stream()
                .map(row -> ChosenRow.of(row, twins.getOrDefault(row.line(), List.of()), running.sheets(), dictionary))
                .toList();
    }

    /// What could not be written stays for the error file, with the rows that say more of it; all else is done with.
    private void keep(CustomerImport running, List<ChosenRow> rows, Tally tally) {
        var done = new ArrayList<Long>();
        int worked = 0;
        for (var row : rows) {
            worked += 1 + row.others().size();
            var why = tally.failed().get(row.line());
            if (why == null) {
                done.add(row.line());
                done.addAll(row.others());
            } else {
                row.others().forEach(line -> tally.failed(line, why));
            }
        }
        staged.failed(running.id(), tally.failed());
        staged.forget(running.id(), done);
        imports.advance(running.id(), rows.getLast().line(), worked, tally);
    }

    private void fail(UUID id) {
        if (imports.keepsTurn(id)) {
            var running = imports.named(id);
            var rows = chosen(running, 1);
            if (!rows.isEmpty()) {
                var tally = new Tally();
                tally.failed(rows.getFirst().line(), new Wrong(null, RowReason.COULD_NOT_BE_WRITTEN));
                keep(running, rows, tally);
            }
        }
    }

    static Place reasonOf(UUID id) {
        return new Place("customer_import", "reason", id);
    }
}
