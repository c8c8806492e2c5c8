package org.anchang.customer.sending;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.sending.MessageConsents.Reachable;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-7: the one port through which customers are told something. Promise: once for each occasion and customer,
/// whoever asks and how often; if and only if the transaction committed that asks; with the customer's consent, then
/// and when it goes out; outside the project's quiet hours; and what was told stands, sealed.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TellingCustomers {
    /// What stands in a text for the link.
    public static final String LINK = "{link}";

    /// What is told.
    ///
    /// @param occasion the task, survey, event or news: each customer hears of it once
    /// @param link     takes the place of [#LINK] when it goes out, and is shown to nobody of the office
    /// @param by       who asks for it, where it is not the caller
    public record Telling(
            UUID occasion,
            MessageKind kind,
            String text,
            @Nullable String link,
            @Nullable String by) {
        public Telling(UUID occasion, MessageKind kind, String text, @Nullable String link) {
            this(occasion, kind, text, link, null);
        }
    }

    /// Whom messages reach.
    ///
    /// @param reached who wants messages and has a phone
    public record Reach(List<UUID> reached, long withoutConsent, long withoutPhone) {}

    private record NewMessage(
            UUID id,
            String project,
            UUID customer,
            MessageKind kind,
            UUID occasion,
            String body,
            @Nullable String link,
            String by,
            Instant at,
            Instant due) {}

    private static final String ASK = """
            INSERT INTO sent_message (id, project, customer, kind, occasion, body, link, asked_by, asked_at, state, due_at)
            VALUES (:id, :project, :customer, :kind, :occasion, :body, :link, :by, :at, 'WAITING', :due)
            ON CONFLICT (occasion, customer) DO NOTHING""";
    private static final String AGAIN = """
            UPDATE sent_message m SET state = 'WAITING', reason = NULL, ended_at = NULL, due_at = :due, tries = 0
            WHERE m.id = :id AND m.state IN ('FAILED', 'UNKNOWN', 'LEFT_OUT')""";
    private static final String PROJECT = "SELECT project FROM sent_message WHERE id = :id";

    @Inject
    Database database;

    @Inject
    MessageConsents consents;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// One customer is told.
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_WANTS_NO_MESSAGES, CUSTOMER_HAS_NO_PHONE
    public void tell(Customer customer, Telling telling) {
        var reachable = consents.reachable(List.of(customer.id())).getFirst();
        refuseUnless(reachable.agreed(), CustomerRefusal.CUSTOMER_WANTS_NO_MESSAGES);
        refuseUnless(reachable.hasPhone(), CustomerRefusal.CUSTOMER_HAS_NO_PHONE);
        ask(customer.project(), List.of(customer.id()), telling);
    }

    /// Many customers of a project are told the same; whom nothing reaches is counted and left out.
    public Reach tellAll(String project, Collection<UUID> customers, Telling telling) {
        var reach = reach(customers);
        ask(project, reach.reached(), telling);
        return reach;
    }

    /// Whom messages would reach among these.
    public Reach reach(Collection<UUID> customers) {
        var found = consents.reachable(customers);
        return new Reach(
                found.stream()
                        .filter(one -> one.agreed() && one.hasPhone())
                        .map(Reachable::customer)
                        .toList(),
                found.stream().filter(one -> !one.agreed()).count(),
                found.stream().filter(one -> one.agreed() && !one.hasPhone()).count());
    }

    /// Somebody means it to go out again after all, and knows that it may have gone out.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, MESSAGE_IS_UNDER_WAY
    void again(Scope scope, UUID id) {
        var project = database.sql(PROJECT)
                .with("id", id)
                .row(String.class)
                .filter(scope::covers)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var written = database.sql(AGAIN)
                .with("id", id)
                .with("due", quietHours(project).next(clock.instant()))
                .write();
        refuseUnless(written == 1, CustomerRefusal.MESSAGE_IS_UNDER_WAY);
    }

    QuietHours quietHours(String project) {
        return new QuietHours(
                LocalTime.parse(settings.text(project, CustomerSetting.MESSAGES_QUIET_FROM)),
                LocalTime.parse(settings.text(project, CustomerSetting.MESSAGES_QUIET_UNTIL)));
    }

    private void ask(String project, List<UUID> customers, Telling telling) {
        var at = clock.instant();
        var due = quietHours(project).next(at);
        database.writeAll(
                ASK,
                customers.stream()
                        .map(customer -> row(Ids.next(), project, customer, telling, at, due))
                        .toList());
    }

    private NewMessage row(UUID id, String project, UUID customer, Telling telling, Instant at, Instant due) {
        return new NewMessage(
                id,
                project,
                customer,
                telling.kind(),
                telling.occasion(),
                sealing.seal(telling.text(), body(id)),
                sealing.sealIfAny(telling.link(), link(id)),
                telling.by() == null ? caller.actor() : telling.by(),
                at,
                due);
    }

    /// Where the text of a message is sealed.
    static Place body(UUID id) {
        return new Place("sent_message", "body", id);
    }

    static Place link(UUID id) {
        return new Place("sent_message", "link", id);
    }
}
