package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.paper.PaperSource.Asked;
import org.anchang.kit.paper.PaperSource.Standing;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where papers are looked at, printed, and printed again. Names stand in full on a paper for whoever may
/// see what it
/// is about; what only owner and site manager read in full is masked for others. Each look is kept before
/// the paper is
/// shown (CUS-6, PAP-3).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaperDesk {
    /// One time that it was printed.
    public record Print(String by, Instant at, int copies) {}

    /// A paper that was printed; the paper itself lies under `/page`, `/pdf` and `/xlsx`.
    ///
    /// @param number  as it stands at its foot
    /// @param paper   which one, e.g. `order-form`
    /// @param version of the template
    /// @param hash    of template and content (SHA-256)
    /// @param subject what it shows
    public record Printed(
            UUID id,
            String number,
            String paper,
            String title,
            int version,
            String hash,
            UUID subject,
            List<Print> prints) {}

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    Asking asking;

    @Inject
    @All
    List<PaperSource> sources;

    @Inject
    Prints prints;

    @Inject
    PaperPeople people;

    @Inject
    PaperFields fields;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    @ConfigProperty(name = "anchang.office.address", defaultValue = "http://localhost:8080")
    String address;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /// A paper, and what neighbours know of it.
    public record Wanted(Asked asked, Content told) {}

    /// What has to be asked before a paper is filled.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, or where a neighbour does not answer
    @Transactional(Transactional.TxType.NEVER)
    public Wanted wanted(Asked asked) {
        people.keepCaller();
        return new Wanted(asked, source(asked).asked(asked));
    }

    /// The page as it would be printed now.
    @Snapshot
    public String preview(Wanted wanted) {
        var asked = wanted.asked();
        var source = source(asked);
        var standing = source.standing(asked);
        var isOpen = look(standing);
        var paper = paper(wanted, source, standing, Map.of());
        return PrintPage.of(
                paper.sheet(isOpen, standing.readsWords()), new Letterhead(standing.company(), "", "", "", ""));
    }

    /// @param typed PAP-2: for the fields that the project has added and that are typed at the print, by
    /// their keys
    public Printed print(Wanted wanted, int copies, Map<String, String> typed) {
        var asked = wanted.asked();
        var source = source(asked);
        var standing = source.standing(asked);
        look(standing);
        var row = prints.keep(asked, standing, paper(wanted, source, standing, typed));
        prints.printed(row.id(), copies);
        return answers(List.of(row)).getFirst();
    }

    /// With the fields that the project has added.
    private Kept paper(Wanted wanted, PaperSource source, Standing standing, Map<String, String> typed) {
        var asked = wanted.asked();
        var added = fields.of(standing.project(), asked.name());
        var template = Template.named(asked.name()).with(added.fields(), added.version());
        var content = source.content(asked).and(wanted.told()).and(added.filledWith(typed));
        return Kept.of(template, standing.company(), content);
    }

    /// The papers that this service fills, by name.
    public SortedSet<String> papers() {
        return sources.stream()
                .flatMap(source -> source.papers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Printed printAgain(UUID id, int copies) {
        var row = prints.get(id);
        look(standing(row));
        prints.printed(id, copies);
        return answers(List.of(row)).getFirst();
    }

    /// What was printed about something that the caller was found to see, the latest first, 200 at most.
    public List<Printed> of(UUID belongsTo) {
        return answers(prints.of(belongsTo));
    }

    /// CUS-7: what was printed about these is read by nobody any more; that it was printed stays.
    public void forget(Collection<UUID> belongTo) {
        prints.forget(belongTo, null);
    }

    /// The same of some papers alone.
    public void forget(Collection<UUID> belongTo, Set<String> names) {
        prints.forget(belongTo, names);
    }

    public Printed get(UUID id) {
        var row = prints.get(id);
        standing(row);
        return answers(List.of(row)).getFirst();
    }

    @Snapshot
    public String page(UUID id) {
        var row = prints.get(id);
        var isOpen = look(standing(row));
        var paper = prints.content(id);
        return PrintPage.of(paper.sheet(isOpen, standing(row).readsWords()), letterhead(row, paper));
    }

    public byte[] workbook(UUID id) {
        var row = prints.get(id);
        var isOpen = look(standing(row));
        var paper = prints.content(id);
        return PaperWorkbook.of(paper.sheet(isOpen, standing(row).readsWords()), letterhead(row, paper));
    }

    /// Whether a paper in somebody's hand is one of ours, unaltered: by what its code says.
    public boolean isGenuine(UUID id, String hash) {
        var row = prints.get(id);
        standing(row);
        return row.hash().equals(hash) && prints.content(id).hash().equals(hash);
    }

    /// How many rows a list has at most.
    public static final int LONGEST_LIST = 10_000;

    private static final int BATCH = 100;

    /// One paper of many things as a workbook, a row each. All looks are kept before its first byte; then
    /// each batch
    /// is read in a transaction of its own, and leaves.
    ///
    /// @param subjects finds those that the caller sees, at most [#LONGEST_LIST] of them
    @Transactional(Transactional.TxType.NEVER)
    public StreamingOutput list(String name, Callable<List<UUID>> subjects) {
        return bound(name, () -> List.of(new Volume(Template.named(name).title(), subjects.call())));
    }

    /// Some of a list that are bound together, a page of the workbook.
    ///
    /// @param name as the page is called
    public record Volume(String name, List<UUID> subjects) {}

    /// The same in several volumes.
    ///
    /// @param finding one volume at least, of [#LONGEST_LIST] subjects at most
    @Transactional(Transactional.TxType.NEVER)
    public StreamingOutput bound(String name, Callable<List<Volume>> finding) {
        var volumes = asking.before(finding);
        var subjects = volumes.stream().flatMap(one -> one.subjects().stream()).toList();
        var source = source(new Asked(name, UUID.randomUUID()));
        each(
                subjects,
                batch -> looks.keepAll(batch.stream()
                        .map(id -> at(source.standing(new Asked(name, id))))
                        .toList()));
        return out -> {
            try (var list =
                    new PaperList(Template.named(name), volumes.getFirst().name(), out)) {
                for (var volume : volumes) {
                    if (volume != volumes.getFirst()) {
                        list.next(volume.name());
                    }
                    each(
                            volume.subjects(),
                            batch -> batch.forEach(id -> {
                                var asked = new Asked(name, id);
                                list.add(source.content(asked).as(right(source.standing(asked)) != Looks.Right.PAPER));
                            }));
                }
            }
        };
    }

    private static void each(List<UUID> subjects, Consumer<List<UUID>> batch) {
        for (int from = 0; from < subjects.size(); from += BATCH) {
            var some = subjects.subList(from, Math.min(subjects.size(), from + BATCH));
            QuarkusTransaction.requiringNew().run(() -> batch.accept(some));
        }
    }

    private Looks.At at(Standing standing) {
        return new Looks.At(standing.kind(), standing.belongsTo(), standing.project(), right(standing));
    }

    private Standing standing(Prints.Row row) {
        return source(row.asked()).standing(row.asked());
    }

    /// @return whether the caller reads all of it
    private boolean look(Standing standing) {
        var look = at(standing);
        looks.keep(look);
        return look.right() != Looks.Right.PAPER;
    }

    private Looks.Right right(Standing standing) {
        if (caller.name().equals(standing.owner())) {
            return Looks.Right.OWNER;
        }
        return caller.holds(standing.project(), Role.SITE_MANAGER) ? Looks.Right.SITE_MANAGER : Looks.Right.PAPER;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where nobody fills such a paper of such a thing
    private PaperSource source(Asked asked) {
        return sources.stream()
                .filter(source -> source.papers().contains(asked.name())
                        && source.projectPapers().contains(asked.name()) == (asked.whole() != null))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private Letterhead letterhead(Prints.Row row, Kept paper) {
        var name = service.replaceFirst("-service$", "");
        var check = "%s/console/papers/%s/%s/%s".formatted(address, name, row.id(), row.hash());
        var first = prints.prints(List.of(row.id()))
                .getOrDefault(row.id(), List.of())
                .getFirst();
        var by = "打印 %s　%s"
                .formatted(people.nameOf(first.by()), MINUTE.format(first.at().atZone(OfficeClock.OFFICE_ZONE)));
        return new Letterhead(paper.company(), row.number(), row.hash(), check, by);
    }

    private List<Printed> answers(List<Prints.Row> rows) {
        var times = prints.prints(rows.stream().map(Prints.Row::id).toList());
        return rows.stream()
                .map(row -> new Printed(
                        row.id(),
                        row.number(),
                        row.paper(),
                        row.title(),
                        row.version(),
                        row.hash(),
                        row.subject(),
                        times.getOrDefault(row.id(), List.of()).stream()
                                .map(print -> new Print(print.by(), print.at(), print.copies()))
                                .toList()))
                .toList();
    }
}
