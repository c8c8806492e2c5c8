package org.anchang.kit.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// What people are called on paper: as the tokens of those said who looked at papers here (decision 31). Others stand
/// there under their user names.
@ApplicationScoped
public class PaperPeople {
    private static final String KEEP = """
            INSERT INTO paper_person (person, full_name) VALUES (:person, :name)
            ON CONFLICT (person) DO UPDATE SET full_name = excluded.full_name WHERE paper_person.full_name <> excluded.full_name""";
    private static final String NAME = "SELECT full_name FROM paper_person WHERE person = :person";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    Asking asking;

    /// Before the answer's snapshot, which then knows it; written only where something is new.
    void keepCaller() {
        var name = caller.fullName();
        if (name == null || name.isBlank()) {
            return;
        }
        asking.before(() -> name.equals(nameOf(caller.name()))
                || database.sql(KEEP)
                                .with("person", caller.name())
                                .with("name", name)
                                .write()
                        > 0);
    }

    public @Nullable String nameOf(@Nullable String person) {
        return person == null
                ? null
                : database.sql(NAME).with("person", person).row(String.class).orElse(person);
    }
}
