package org.anchang.customer.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// RPT-2: people of the office are told something, each of an occasion once. Nobody asks for their consent, and it goes
/// out at once: the hour is whoever's who tells.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TellingColleagues {
    private record NewNotice(
            UUID id, String project, String person, UUID occasion, String body, String by, Instant at) {}

    private static final String ASK = """
            INSERT INTO sent_message (id, project, person, kind, occasion, body, asked_by, asked_at, state, due_at)
            VALUES (:id, :project, :person, 'SHEET', :occasion, :body, :by, :at, 'WAITING', :at)
            ON CONFLICT (occasion, person) WHERE person IS NOT NULL DO NOTHING""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    public void tell(String project, Collection<String> people, UUID occasion, String text) {
        database.writeAll(
                ASK,
                people.stream()
                        .map(person -> row(project, person, occasion, text))
                        .toList());
    }

    private NewNotice row(String project, String person, UUID occasion, String text) {
        var id = Ids.next();
        var body = sealing.seal(text, TellingCustomers.body(id));
        return new NewNotice(id, project, person, occasion, body, caller.actor(), clock.instant());
    }
}
