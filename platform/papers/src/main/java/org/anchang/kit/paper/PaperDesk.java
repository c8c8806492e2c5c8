package org.anchang.kit.paper;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.paper.PaperSource.Asked;
import org.anchang.kit.paper.PaperSource.Standing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where papers are looked at, printed, and printed again. Names stand in full on a paper for whoever may see what it
/// is about; what only owner and site manager read in full is masked for others. Each look is kept before the paper is
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
    @All
    List<PaperSource> sources;

    @Inject
    Prints prints;

    @Inject
    PaperPeople people;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    @ConfigProperty(name = "anchang.office.address", defaultValue = "http://localhost:8080")
    String address;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /// The page as it would be printed now.
    public String preview(Asked asked) {
        people.keepCaller();
        var source = source(asked.name());
        var standing = source.standing(asked);
        var isOpen = look(standing);
        var paper = Kept.of(Template.named(asked.name()), standing.company(), source.content(asked));
        return PrintPage.of(paper.sheet(isOpen), new Letterhead(standing.company(), "", "", "", ""));
    }

    public Printed print(Asked asked, int copies) {
        people.keepCaller();
        var source = source(asked.name());
        var standing = source.standing(asked);
        look(standing);
        var row = prints.keep(
                asked, standing, Kept.of(Template.named(asked.name()), standing.company(), source.content(asked)));
        prints.printed(row.id(), copies);
        return answers(List.of(row)).getFirst();
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

    public String page(UUID id) {
        var row = prints.get(id);
        var isOpen = look(standing(row));
        var paper = prints.content(id);
        return PrintPage.of(paper.sheet(isOpen), letterhead(row, paper));
    }

    public byte[] workbook(UUID id) {
        var row = prints.get(id);
        var isOpen = look(standing(row));
        var paper = prints.content(id);
        return PaperWorkbook.of(paper.sheet(isOpen), letterhead(row, paper));
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

    /// One paper of many things as a workbook, a row each. All looks are kept before its first byte; then each batch
    /// is read in a transaction of its own, and leaves.
    ///
    /// @param subjects those that the caller was found to see, at most [#LONGEST_LIST] of them
    @Transactional(Transactional.TxType.NEVER)
    public StreamingOutput list(String name, List<UUID> subjects) {
        return bound(name, List.of(new Volume(Template.named(name).title(), subjects)));
    }

    /// Some of a list that are bound together, a page of the workbook.
    ///
    /// @param name as the page is called
    public record Volume(String name, List<UUID> subjects) {}

    /// The same in several volumes.
    ///
    /// @param volumes one at least, of [#LONGEST_LIST] subjects at most
    @Transactional(Transactional.TxType.NEVER)
    public StreamingOutput bound(String name, List<Volume> volumes) {
        var subjects = volumes.stream().flatMap(one -> one.subjects().stream()).toList();
        var source = source(name);
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
        return source(row.paper()).standing(new Asked(row.paper(), row.subject()));
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

    private PaperSource source(String paper) {
        return sources.stream()
                .filter(source -> source.papers().contains(paper))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody fills " + paper));
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
