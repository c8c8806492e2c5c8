package org.anchang.approval.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// The signatures that people drew, by whom; the last one counts from then on, and papers signed before
/// keep theirs.
@ApplicationScoped
public class DrawnSignatures {
    /// @param strokes sealed
    private record Row(UUID id, String person, String strokes, Instant drawnAt) {}

    private static final String KEEP = """
            INSERT INTO drawn_signature (id, person, strokes, drawn_at) VALUES (:id, :person, :strokes, :drawnAt)""";
    private static final String LAST = """
            SELECT id, person, strokes, drawn_at FROM drawn_signature WHERE person = :person ORDER BY id DESC LIMIT 1""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// What the person drew last.
    public Optional<String> of(String person) {
        return database.sql(LAST)
                .with("person", person)
                .row(Row.class)
                .map(row -> sealing.open(row.strokes(), place(row.id())));
    }

    /// Nobody draws for somebody else.
    void draw(String strokes) {
        var id = Ids.next();
        database.sql(KEEP)
                .with(new Row(id, caller.name(), sealing.seal(strokes, place(id)), clock.instant()))
                .write();
    }

    private static Place place(UUID id) {
        return new Place("drawn_signature", "strokes", id);
    }
}
