package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.price.list.AtWork.Phase;
import org.anchang.inventory.price.list.AtWork.Shown;
import org.anchang.inventory.price.list.PriceListDraft.DraftState;
import org.anchang.inventory.price.list.PriceListDraft.Trouble;
import org.anchang.inventory.price.list.PriceListFile.SentList;
import org.anchang.inventory.price.list.StagedRows.ReadList;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Project;
import org.anchang.inventory.unit.Projects;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.identity.Acting;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.anchang.kit.work.LongWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// INV-2: reads a price list while its sender looks on, and says what it would change.
@ApplicationScoped
class ReadingPriceLists implements Sweep {
    /// @param sent its file goes when it has been read
    /// @param most bad cells that are shown
    record FileSent(UUID draft, String project, Sender sender, SentList sent, int most) {}

    /// @param setsFloors INV-12
    record Sender(String person, boolean setsFloors) {}

    private static final Logger LOG = Logger.getLogger(ReadingPriceLists.class);
    /// Files that a replica reads at a time; the others wait.
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Inject
    Slices slices;

    @Inject
    Projects projects;

    @Inject
    StagedRows rows;

    @Inject
    PriceListDrafts drafts;

    @Inject
    ComparingPriceLists comparing;

    @Inject
    AtWork atWork;

    @Inject
    LongWork longWork;

    @Inject
    Event<FileSent> sent;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Takes the file; it is read once this transaction is through.
    ///
    /// @throws Refused NOT_FOUND
    @Transactional(Transactional.TxType.MANDATORY)
    UUID start(String project, @Nullable String sheet, SentFile file) {
        var names = names(projects.get(caller.scope(), project));
        var id = Ids.next();
        drafts.open(new PriceListDrafts.NewDraft(id, project, caller.name(), clock.instant()));
        atWork.announce(id);
        var most = settings.integer(project, InventorySetting.PRICE_LIST_BAD_CELLS_SHOWN);
        var sender = new Sender(caller.name(), FloorPrices.mayBeSetBy(caller));
        sent.fire(new FileSent(id, project, sender, new SentList(file.keep(), sheet, names), most));
        return id;
    }

    /// Holds a draft against the stock as it is now.
    ///
    /// @throws Refused NOT_FOUND, DRAFT_IS_NOT_READY
    @Transactional(Transactional.TxType.MANDATORY)
    void compareAgain(UUID id) {
        var draft = drafts.get(caller.scope(), id);
        if (draft.state() != DraftState.READY) {
            throw refuse(InventoryRefusal.DRAFT_IS_NOT_READY).with("state", draft.state());
        }
        var most = settings.integer(draft.project(), InventorySetting.PRICE_LIST_BAD_CELLS_SHOWN);
        var read = new ReadList(draft.counts().units(), 0, List.of(), draft.sheets());
        try (var shown = atWork.begin(id, Phase.CHECKING)) {
            compare(id, draft.project(), read, most, shown);
        }
    }

    void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileSent file) {
        Thread.ofVirtual().name("price-list-" + file.draft()).start(() -> readInTurn(file));
    }

    void refused(@Observes(during = TransactionPhase.AFTER_FAILURE) FileSent file) {
        forget(file.sent().file());
    }

    @Override
    public String nextDue() {
        return PriceListDrafts.NEXT_TO_LOOK_AT;
    }

    /// A replica that died while it was reading leaves a draft that nobody reads any more.
    @Override
    public void run() {
        slices.run(drafts::endThoseThatNobodyReads);
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldOnes() {
        quietly(() -> longWork.run(() -> {
            for (var project : drafts.projectsWithOpenOnes()) {
                drafts.lapse(project, settings.integer(project, InventorySetting.PRICE_PREVIEW_DAYS));
            }
            drafts.forgetWhatIsOver();
        }));
    }

    private void readInTurn(FileSent file) {
        try (var _ = Acting.of("price list " + file.draft(), file.sender().person());
                var shown = atWork.begin(file.draft(), Phase.WAITING)) {
            places.acquire();
            try {
                shown.reached(Phase.READING);
                read(file, shown);
            } finally {
                places.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Price list %s cannot be read", file.draft());
        } finally {
            forget(file.sent().file());
        }
    }

    private void read(FileSent file, Shown shown) {
        var draft = file.draft();
        var isReady = false;
        try {
            var read = rows.read(draft, file.sent(), file.most(), shown::read);
            if (!file.sender().setsFloors()) {
                comparing.mustNameNoFloors(draft);
            }
            shown.reached(Phase.CHECKING);
            isReady = longWork.call(() -> compare(draft, file.project(), read, file.most(), shown));
        } catch (Refused refused) {
            drafts.unreadable(draft, refused);
        } catch (RuntimeException e) {
            drafts.unreadable(draft, new Trouble("READING_FAILED"));
            throw e;
        } finally {
            if (!isReady) {
                rows.forget(draft);
            }
        }
    }

    /// @return whether it can be imported
    private boolean compare(UUID draft, String project, ReadList read, int most, Shown shown) {
        var checked = comparing.checked(draft, read, most);
        if (checked.bad() > 0) {
            drafts.faulty(draft, checked);
            return false;
        }
        shown.reached(Phase.COMPARING);
        var comparison = comparing.compare(draft, project);
        if (comparison.counts().units() != read.good()) {
            drafts.unreadable(draft, new Trouble("ITS_ROWS_ARE_GONE"));
            return false;
        }
        return drafts.ready(draft, comparison, read.sheets());
    }

    /// What a list may call it; the two may be one.
    static Set<String> names(Project project) {
        return Set.copyOf(List.of(project.code(), project.name()));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
