package org.anchang.customer.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.customer.staff.account.Account;
import org.anchang.customer.staff.account.Account.Duty;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// Whose account is not yet as their posts say. A row is written in the transaction of what was changed, and goes once
/// the account is so. One replica at a time is at somebody's account: the row is taken for longer than that lasts.
@ApplicationScoped
class AccountUpdates {
    static final String NEXT_DUE = "SELECT min(next_attempt) FROM account_update";

    private static final int TAKEN_SECONDS = 60;
    private static final int LONGEST_PAUSE_SECONDS = 300;

    private static final String ASK = """
            INSERT INTO account_update (person, password) VALUES (:person, :password)
            ON CONFLICT (person) DO UPDATE SET
                revision = account_update.revision + 1, attempts = 0,
                password = coalesce(excluded.password, account_update.password),
                next_attempt = CASE WHEN account_update.taken THEN account_update.next_attempt ELSE clock_timestamp() END""";
    private static final String WAITING = "SELECT person FROM account_update WHERE person = ANY(:people)";
    private static final String TAKE = """
            UPDATE account_update SET
                taken = true, attempts = attempts + 1, next_attempt = clock_timestamp() + make_interval(secs => :taken)
            WHERE person = (
                SELECT person FROM account_update WHERE next_attempt <= clock_timestamp()
                ORDER BY next_attempt LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING person, revision, password""";
    private static final String DONE = "DELETE FROM account_update WHERE person = :person AND revision = :revision";
    /// Something was decided meanwhile; the password of before is given.
    private static final String GO_ON = """
            UPDATE account_update SET
                taken = false, next_attempt = clock_timestamp(),
                password = CASE WHEN password IS DISTINCT FROM :password THEN password END
            WHERE person = :person""";
    private static final String FAILED = """
            UPDATE account_update SET
                taken = false,
                next_attempt = clock_timestamp() + make_interval(secs => least(:longest, power(2, least(attempts, 20))))
            WHERE person = :person""";

    /// @param revision of what was decided; a later decision has another
    /// @param password sealed
    record TakenUpdate(
            String person, long revision, @Nullable String password) {}

    /// An account that is to be brought to this state.
    record Due(Account account, @Nullable String password, TakenUpdate taken) {}

    @Inject
    Database database;

    @Inject
    StaffPeople people;

    @Inject
    Posts posts;

    @Inject
    Sealing sealing;

    /// The account is to follow what this transaction decides.
    ///
    /// @param password a new one; null where the present one stays
    @Transactional(Transactional.TxType.MANDATORY)
    void ask(String person, @Nullable FirstPassword password) {
        database.sql(ASK)
                .with("person", person)
                .with("password", password == null ? null : sealing.seal(password.text(), place(person)))
                .write();
    }

    /// Those of them whose accounts do not follow yet.
    Set<String> waiting(Collection<String> of) {
        return Set.copyOf(database.sql(WAITING).with("people", of).rows(String.class));
    }

    /// What is due, read behind the lock on its row: whatever is decided from then on asks again.
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Due> take() {
        return database.sql(TAKE)
                .with("taken", TAKEN_SECONDS)
                .row(TakenUpdate.class)
                .map(taken -> {
                    var person = people.findById(taken.person());
                    var duties = posts.heldBy(taken.person()).stream()
                            .map(post -> new Duty(post.project(), post.role()))
                            .collect(Collectors.toSet());
                    var isActive = person.state() == StaffPerson.PersonState.ACTIVE;
                    return new Due(
                            new Account(person.person(), person.name(), isActive, duties),
                            sealing.openIfAny(taken.password(), place(taken.person())),
                            taken);
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void done(Due due) {
        if (database.sql(DONE).with(due.taken()).write() == 0) {
            database.sql(GO_ON).with(due.taken()).write();
        }
    }

    /// It is tried again, after a pause that grows.
    @Transactional(Transactional.TxType.MANDATORY)
    void failed(Due due) {
        database.sql(FAILED)
                .with("person", due.account().person())
                .with("longest", LONGEST_PAUSE_SECONDS)
                .write();
    }

    private static Place place(String person) {
        return new Place("account_update", "password", person);
    }
}
