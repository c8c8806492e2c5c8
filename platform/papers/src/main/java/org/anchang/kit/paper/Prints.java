package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// PAP-2: what was printed, as it was, and each time that it was.
@ApplicationScoped
class Prints {
    /// @param subject   what it shows
    /// @param belongsTo among whose papers it is listed
    record Row(
            UUID id,
            String number,
            String project,
            String paper,
            String title,
            int version,
            UUID subject,
            @Nullable String key,
            UUID belongsTo,
            String hash,
            Instant keptAt) {
        PaperSource.Asked asked() {
            var whole = key == null ? null : new PaperSource.Whole(project, key);
            return new PaperSource.Asked(paper, subject, whole);
        }
    }

    record Print(UUID paper, int copies, String by, Instant at) {}

    private record Sealed(UUID id, byte[] sealed, String wrapped) {}

    private static final String COLUMNS = """
            id, number, project, paper, title, template_version AS version, subject, key, belongs_to, hash, kept_at""";
    private static final String KEEP = """
            INSERT INTO printed_paper (id, number, project, paper, title, template_version, subject, key, belongs_to, sealed, hash,
                                       kept_at)
            VALUES (:id, :number, :project, :paper, :title, :version, :subject, :key, :belongsTo, :sealed, :hash, :keptAt)""";
    private static final String PRINT = """
            INSERT INTO paper_print (id, paper, copies, printed_by, printed_at)
            VALUES (:id, :paper, :copies, :by, :at)""";
    private static final String LAST = "SELECT " + COLUMNS
            + " FROM printed_paper p WHERE subject = :subject AND paper = :paper"
            + " AND EXISTS (SELECT FROM paper_key k WHERE k.paper = p.id AND k.wrapped IS NOT NULL)"
            + " ORDER BY id DESC LIMIT 1";
    private static final String ONE = "SELECT " + COLUMNS + " FROM printed_paper WHERE id = :id";
    private static final String OF =
            "SELECT " + COLUMNS + " FROM printed_paper WHERE belongs_to = :belongsTo ORDER BY id DESC LIMIT 200";
    private static final String SEALED = """
            SELECT p.id, p.sealed, k.wrapped FROM printed_paper p JOIN paper_key k ON k.paper = p.id
            WHERE p.id = :id AND k.wrapped IS NOT NULL""";
    private static final String KEY = "INSERT INTO paper_key (paper, wrapped) VALUES (:id, :wrapped)";
    private static final String FORGET = """
            UPDATE paper_key SET wrapped = NULL
            WHERE wrapped IS NOT NULL AND paper IN (SELECT p.id FROM printed_paper p WHERE belongs_to = ANY (:belongTo)""";
    private static final String PRINTS = """
            SELECT paper, copies, printed_by AS by, printed_at AS at FROM paper_print
            WHERE paper = ANY (:papers) ORDER BY id""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// The same paper with the same content is kept once.
    Row keep(PaperSource.Asked asked, PaperSource.Standing standing, Kept paper) {
        var template = Template.read(paper.name(), paper.template());
        var hash = paper.hash();
        var last = database.sql(LAST)
                .with("subject", asked.subject())
                .with("paper", asked.name())
                .row(Row.class)
                .filter(row -> row.hash().equals(hash));
        return last.orElseGet(() -> {
            var id = Ids.next();
            var number = "P%06d"
                    .formatted(database.sql("SELECT nextval('paper_number')").one(Long.class));
            var row = new Row(
                    id,
                    number,
                    standing.project(),
                    asked.name(),
                    template.title(),
                    template.version(),
                    asked.subject(),
                    asked.whole() == null ? null : asked.whole().key(),
                    standing.belongsTo(),
                    hash,
                    clock.instant());
            var key = Sealing.newKey();
            database.sql(KEEP)
                    .with(row)
                    .with("sealed", Sealing.under(key).sealBytes(paper.written(), place(id)))
                    .write();
            database.sql(KEY)
                    .with("id", id)
                    .with("wrapped", sealing.seal(key, keyOf(id)))
                    .write();
            return row;
        });
    }

    void printed(UUID paper, int copies) {
        database.sql(PRINT)
                .with(new Print(paper, copies, caller.name(), clock.instant()))
                .with("id", Ids.next())
                .write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Row get(UUID id) {
        return find(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    Optional<Row> find(UUID id) {
        return database.sql(ONE).with("id", id).row(Row.class);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where it is forgotten
    Kept content(UUID id) {
        var row = database.sql(SEALED).with("id", id).row(Sealed.class).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var key = Sealing.under(sealing.open(row.wrapped(), keyOf(id)));
        return Kept.read(key.openBytes(row.sealed(), place(id)));
    }

    /// CUS-7: nobody reads these papers any more, for good: the key of each is shredded.
    ///
    /// @param papers of these alone; absent: of all
    void forget(Collection<UUID> belongTo, @Nullable Set<String> papers) {
        database.sql(papers == null ? FORGET + ")" : FORGET + " AND p.paper = ANY (:papers))")
                .with("belongTo", belongTo)
                .with(papers == null ? Map.of() : Map.of("papers", papers))
                .write();
    }

    List<Row> of(UUID belongsTo) {
        return database.sql(OF).with("belongsTo", belongsTo).rows(Row.class);
    }

    Map<UUID, List<Print>> prints(List<UUID> papers) {
        return database.sql(PRINTS).with("papers", papers).rows(Print.class).stream()
                .collect(Collectors.groupingBy(Print::paper));
    }

    private static Place keyOf(UUID id) {
        return new Place("paper_key", "wrapped", id);
    }

    private static Place place(UUID id) {
        return new Place("printed_paper", "sealed", id);
    }
}
