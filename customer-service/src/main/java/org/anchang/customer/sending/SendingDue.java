package org.anchang.customer.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.sending.MessageCarrier.Carried;
import org.anchang.customer.sending.MessageCarrier.Parcel;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.anchang.kit.stop.PauseOver;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jspecify.annotations.Nullable;

/// CAR-7: hands on what is due, at most once: a message is claimed in a transaction of its own, handed on, and its
/// outcome noted in another. Where nobody noted it, after a crash between the two, the message may have gone out: it is
/// marked so and waits for a person.
@ApplicationScoped
class SendingDue implements Sweep {
    /// As it was claimed.
    record Claimed(
            UUID id,
            String project,
            @Nullable UUID customer,
            @Nullable String person,
            MessageKind kind,
            String body,
            @Nullable String link,
            int tries) {}

    /// What became of a claim: to be handed on, or settled already.
    private record Attempt(Optional<Parcel> parcel, int tries) {}

    /// Far longer than any carrier may take.
    private static final String CLAIM = """
            UPDATE sent_message SET state = 'SENDING', tries = tries + 1, due_at = clock_timestamp() + interval '10 minutes'
            WHERE id = (SELECT id FROM sent_message WHERE state = 'WAITING' AND due_at <= clock_timestamp()
                        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, project, customer, person, kind, body, link, tries""";
    private static final String NOT_NOTED = """
            UPDATE sent_message SET state = 'UNKNOWN', reason = 'NOT_NOTED', ended_at = clock_timestamp()
            WHERE state = 'SENDING' AND due_at <= clock_timestamp()""";
    /// Of whom it is known late after all how it ended, that counts.
    private static final String END = """
            UPDATE sent_message SET state = :state, reason = :reason, carrier = :carrier, ended_at = clock_timestamp()
            WHERE id = :id AND state IN ('SENDING', 'UNKNOWN')""";
    private static final String WAIT =
            "UPDATE sent_message SET state = 'WAITING', due_at = :due WHERE id = :id AND state = 'SENDING'";
    private static final String WAIT_A_WHILE = """
            UPDATE sent_message SET state = 'WAITING', due_at = clock_timestamp() + make_interval(mins => :minutes)
            WHERE id = :id AND state = 'SENDING'""";
    private static final int MOST_TRIES = 6;

    @Inject
    Slices slices;

    @Inject
    Database database;

    @Inject
    TellingCustomers telling;

    @Inject
    MessageConsents consents;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    MessageCarrier carrier;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    private volatile boolean isStopping;

    /// What has been handed on is noted; nothing more is.
    void stop(@Observes PauseOver over) {
        isStopping = true;
    }

    @Override
    public String nextDue() {
        return "SELECT min(due_at) FROM sent_message WHERE state IN ('WAITING', 'SENDING')";
    }

    @Override
    public void run() {
        slices.run(() -> database.sql(NOT_NOTED).write());
        while (!isStopping) {
            var turn = slices.call(this::claim);
            if (turn.isEmpty()) {
                return;
            }
            turn.get().parcel().ifPresent(parcel -> {
                var carried = carrier.carry(parcel);
                slices.run(() -> note(parcel.id(), carried, turn.get().tries()));
            });
        }
    }

    /// The next one, if there is any.
    private Optional<Attempt> claim() {
        return database.sql(CLAIM).row(Claimed.class).map(claimed -> new Attempt(parcel(claimed), claimed.tries()));
    }

    /// To be handed on; nothing where it is not to be, or not yet.
    private Optional<Parcel> parcel(Claimed claimed) {
        return claimed.customer() == null
                ? Optional.of(parcel(claimed, null))
                : toCustomer(claimed, claimed.customer());
    }

    private Optional<Parcel> toCustomer(Claimed claimed, UUID id) {
        var now = clock.instant();
        var next = telling.quietHours(claimed.project()).next(now);
        if (next.isAfter(now)) {
            waits(claimed.id(), next);
            return Optional.empty();
        }
        var customer = customers.named(id);
        if (consents.of(customer).filter(MessageConsents.LatestConsent::agreed).isEmpty()) {
            end(claimed.id(), MessageState.LEFT_OUT, MessageTrouble.NO_CONSENT);
            return Optional.empty();
        }
        var phone = phone(customer);
        if (phone.isEmpty()) {
            end(claimed.id(), MessageState.LEFT_OUT, MessageTrouble.NO_PHONE);
        }
        return phone.map(to -> parcel(claimed, to));
    }

    private Parcel parcel(Claimed claimed, @Nullable String phone) {
        return new Parcel(claimed.id(), claimed.project(), claimed.kind(), phone, claimed.person(), text(claimed));
    }

    private Optional<String> phone(Customer customer) {
        return phones.of(List.of(customer.id())).getOrDefault(customer.id(), List.of()).stream()
                .findFirst()
                .map(known -> known.phone().replaceFirst("-.*", ""));
    }

    private String text(Claimed claimed) {
        var text = sealing.open(claimed.body(), TellingCustomers.body(claimed.id()));
        var link = sealing.openIfAny(claimed.link(), TellingCustomers.link(claimed.id()));
        return link == null ? text : text.replace(TellingCustomers.LINK, link);
    }

    private void note(UUID id, Carried carried, int tries) {
        switch (carried) {
            case TAKEN -> end(id, MessageState.SENT, null);
            case REFUSED -> end(id, MessageState.FAILED, MessageTrouble.REFUSED);
            case NOT_KNOWN -> end(id, MessageState.UNKNOWN, MessageTrouble.NOT_NOTED);
            case NOT_REACHED -> {
                if (tries < MOST_TRIES) {
                    database.sql(WAIT_A_WHILE)
                            .with("id", id)
                            .with("minutes", 1 << tries)
                            .write();
                } else {
                    end(id, MessageState.FAILED, MessageTrouble.NOT_REACHED);
                }
            }
        }
    }

    private void waits(UUID id, Instant due) {
        database.sql(WAIT).with("id", id).with("due", due).write();
    }

    private void end(UUID id, MessageState state, @Nullable MessageTrouble reason) {
        database.sql(END)
                .with("id", id)
                .with("state", state)
                .with("reason", reason)
                .with("carrier", carrier.name())
                .write();
    }
}
