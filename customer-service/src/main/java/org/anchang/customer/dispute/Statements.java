package org.anchang.customer.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// REC-6: what the parties say, each in words of their own; only ever added to.
@ApplicationScoped
class Statements {
    /// One of them.
    ///
    /// @param said sealed where it stands
    record PartyStatement(UUID id, UUID filed, String person, String said, Instant at) {}

    private static final String ADD =
            "INSERT INTO ownership_statement (id, filed, person, said, at) VALUES (:id, :filed, :person, :said, :at)";
    private static final String OF =
            "SELECT id, filed, person, said, at FROM ownership_statement WHERE filed = :filed ORDER BY id";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    void add(UUID filed, String person, String said, Instant at) {
        var id = Ids.next();
        database.sql(ADD)
                .with(new PartyStatement(id, filed, person, sealing.seal(said, place(id)), at))
                .write();
    }

    /// The oldest first, opened.
    List<PartyStatement> of(UUID filed) {
        return database.sql(OF).with("filed", filed).rows(PartyStatement.class).stream()
                .map(one -> new PartyStatement(
                        one.id(), one.filed(), one.person(), sealing.open(one.said(), place(one.id())), one.at()))
                .toList();
    }

    private static Place place(UUID id) {
        return new Place("ownership_statement", "said", id);
    }
}
