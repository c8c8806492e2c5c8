package org.anchang.customer.care.gathering;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.care.gathering.GatheringResource.GatheringInvited;
import org.anchang.customer.care.gathering.GatheringResource.InviteToGathering;
import org.anchang.customer.care.gathering.GatheringResource.PlanGathering;
import org.anchang.customer.care.gathering.Gatherings.Gathering;
import org.anchang.customer.care.gathering.Gatherings.Guest;
import org.anchang.customer.care.gathering.Gatherings.GuestAnswer;
import org.anchang.customer.care.link.SignedLinks;
import org.anchang.customer.care.segment.ChoosingCustomers;
import org.anchang.customer.sending.MessageKind;
import org.anchang.customer.sending.TellingCustomers;
import org.anchang.customer.sending.TellingCustomers.Telling;
import org.anchang.kit.Ids;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.sql.Database;

/// CAR-4: plans an event, invites to it, writes down who says what, and checks guests in at the door.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HoldingGatherings {
    private static final String PLAN = """
            INSERT INTO gathering (id, project, kind, title, place, begins_at, ends_at, most, made_by, made_at)
            VALUES (:id, :project, :kind, :title, :place, :begins, :ends, :most, :by, :at)""";
    private static final String CALL_OFF = """
            UPDATE gathering SET called_off_by = :by, called_off_at = :at WHERE id = :id AND called_off_at IS NULL""";
    private static final String INVITE = """
            INSERT INTO gathering_guest (id, gathering, project, customer, code, invited_by, invited_at, answer)
            VALUES (:id, :gathering, :project, :customer, :code, :by, :at, 'INVITED')
            ON CONFLICT DO NOTHING""";
    private static final String IS_INVITED =
            "SELECT count(*) FROM gathering_guest WHERE gathering = :gathering AND customer = :customer";
    private static final String ONE_AT_A_TIME = "SELECT most FROM gathering WHERE id = :id FOR UPDATE";
    private static final String COMING = """
            SELECT coalesce(sum(persons), 0) FROM gathering_guest
            WHERE gathering = :gathering AND answer = 'COMING' AND id <> :guest""";
    private static final String ANSWER = """
            UPDATE gathering_guest SET answer = :answer, persons = :persons, answered_at = :at, answered_by = :by
            WHERE id = :guest""";
    private static final String CHECK_IN = """
            UPDATE gathering_guest SET attended_at = :at, checked_in_by = :by
            WHERE gathering = :gathering AND code = :code AND attended_at IS NULL RETURNING id""";
    private static final String IS_CODE =
            "SELECT count(*) FROM gathering_guest WHERE gathering = :gathering AND code = :code";
    /// No letters and figures that are taken for each other.
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日H:mm", Locale.CHINA);

    @Inject
    Database database;

    @Inject
    Gatherings gatherings;

    @Inject
    ChoosingCustomers choosing;

    @Inject
    TellingCustomers telling;

    @Inject
    SignedLinks links;

    @Inject
    AuditedTransaction transaction;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_ENDS_BEFORE_IT_BEGINS, GATHERING_IS_PAST
    UUID plan(PlanGathering request) {
        caller.mustBeBoundTo(request.project());
        refuseUnless(request.endsAt().isAfter(request.beginsAt()), CustomerRefusal.GATHERING_ENDS_BEFORE_IT_BEGINS);
        refuseUnless(request.endsAt().isAfter(clock.instant()), CustomerRefusal.GATHERING_IS_PAST);
        var id = Ids.next();
        database.sql(PLAN)
                .with("id", id)
                .with("project", request.project())
                .with("kind", request.kind())
                .with("title", Names.trimmed(request.title()))
                .with("place", Names.trimmed(request.place()))
                .with("begins", request.beginsAt())
                .with("ends", request.endsAt())
                .with("most", request.most())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return id;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_IS_CALLED_OFF
    void callOff(UUID id) {
        var gathering = gatherings.get(caller.scope(), id);
        var written = database.sql(CALL_OFF)
                .with("id", gathering.id())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        refuseUnless(written == 1, CustomerRefusal.GATHERING_IS_CALLED_OFF);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_IS_CALLED_OFF, GATHERING_IS_PAST, NOBODY_CHOSEN
    GatheringInvited invite(UUID id, InviteToGathering request) {
        var gathering = toCome(id);
        var chosen = choosing.chosen(gathering.project(), request.customers(), request.segment());
        var reach = telling.reach(chosen.stream().map(Customer::id).toList());
        long invited = 0;
        long told = 0;
        for (var customer : chosen) {
            var code = code();
            var guest = Ids.next();
            if (isInvited(gathering, customer) || !invite(gathering, customer, guest, code)) {
                continue;
            }
            invited++;
            if (reach.reached().contains(customer.id())) {
                told++;
                telling.tell(
                        customer,
                        new Telling(
                                gathering.id(),
                                MessageKind.INVITATION,
                                said(gathering, code),
                                links.link(Gatherings.GUEST_LINK, guest)));
            }
        }
        return new GatheringInvited(
                invited, chosen.size() - invited, told, reach.withoutConsent(), reach.withoutPhone());
    }

    /// Whose invitation it is, says so by phone or in person.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_IS_CALLED_OFF, GATHERING_IS_PAST,
    ///     GATHERING_IS_FULL
    Guest answer(UUID gathering, UUID id, GuestAnswer answer, int persons) {
        var guest = gatherings.guest(caller.scope(), gathering, id);
        toCome(gathering);
        write(guest, answer, persons, caller.name());
        return gatherings.guest(caller.scope(), gathering, id);
    }

    /// The guest says so by the link of the invitation, as long as nobody has checked them in.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_IS_CALLED_OFF, GATHERING_IS_PAST,
    ///     GUEST_IS_CHECKED_IN, GATHERING_IS_FULL
    void answerByLink(UUID id, GuestAnswer answer, int persons) {
        transaction.goesOnFor("guest link");
        var gathering = gatherings.known(gatherings.atTheDoor(id).gathering());
        database.sql(ONE_AT_A_TIME).with("id", gathering.id()).one(Integer.class);
        var guest = gatherings.atTheDoor(id);
        mustBeToCome(gatherings.known(gathering.id()));
        refuseIf(guest.attendedAt() != null, CustomerRefusal.GUEST_IS_CHECKED_IN);
        write(guest, answer, persons, Gatherings.GUEST_THEMSELVES);
    }

    private void write(Guest guest, GuestAnswer answer, int persons, String by) {
        if (answer == GuestAnswer.COMING) {
            mustHaveRoom(guest, persons);
        }
        database.sql(ANSWER)
                .with("answer", answer)
                .with("persons", persons)
                .with("at", clock.instant())
                .with("by", by)
                .with("guest", guest.id())
                .write();
    }

    /// At the door, by the code that the guest shows. Whoever comes is let in, whatever they answered.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_IS_CALLED_OFF, CODE_OF_NO_GUEST,
    ///     GUEST_IS_CHECKED_IN
    Guest checkIn(UUID id, String shown) {
        return checkIn(gatherings.get(caller.scope(), id), shown, caller.name());
    }

    /// A guest's phone has read the code at the door, on the day of the event, and the guest enters their own.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, GATHERING_IS_CALLED_OFF, GATHERING_DOOR_IS_CLOSED,
    ///     CODE_OF_NO_GUEST, GUEST_IS_CHECKED_IN
    Guest checkInByLink(UUID id, String shown) {
        transaction.goesOnFor("door link");
        var gathering = gatherings.known(id);
        refuseIf(gathering.calledOffAt() != null, CustomerRefusal.GATHERING_IS_CALLED_OFF);
        refuseUnless(gathering.isDoorOpen(clock.instant()), CustomerRefusal.GATHERING_DOOR_IS_CLOSED);
        return checkIn(gathering, shown, Gatherings.GUEST_THEMSELVES);
    }

    private Guest checkIn(Gathering gathering, String shown, String by) {
        refuseIf(gathering.calledOffAt() != null, CustomerRefusal.GATHERING_IS_CALLED_OFF);
        var code = Names.plain(shown).replace(" ", "").toUpperCase(Locale.ROOT);
        var known = database.sql(IS_CODE)
                .with("gathering", gathering.id())
                .with("code", code)
                .one(Long.class);
        refuseIf(known == 0, CustomerRefusal.CODE_OF_NO_GUEST);
        return database.sql(CHECK_IN)
                .with("gathering", gathering.id())
                .with("code", code)
                .with("by", by)
                .with("at", clock.instant())
                .row(UUID.class)
                .map(gatherings::atTheDoor)
                .orElseThrow(() -> refuse(CustomerRefusal.GUEST_IS_CHECKED_IN));
    }

    private Gathering toCome(UUID id) {
        var gathering = gatherings.get(caller.scope(), id);
        mustBeToCome(gathering);
        return gathering;
    }

    private void mustBeToCome(Gathering gathering) {
        refuseIf(gathering.calledOffAt() != null, CustomerRefusal.GATHERING_IS_CALLED_OFF);
        refuseUnless(gathering.endsAt().isAfter(clock.instant()), CustomerRefusal.GATHERING_IS_PAST);
    }

    private void mustHaveRoom(Guest guest, int persons) {
        var most = database.sql(ONE_AT_A_TIME).with("id", guest.gathering()).one(Integer.class);
        var coming = database.sql(COMING)
                .with("gathering", guest.gathering())
                .with("guest", guest.id())
                .one(Integer.class);
        if (coming + persons > most) {
            throw refuse(CustomerRefusal.GATHERING_IS_FULL).with("most", most).with("coming", coming);
        }
    }

    private boolean isInvited(Gathering gathering, Customer customer) {
        return database.sql(IS_INVITED)
                        .with("gathering", gathering.id())
                        .with("customer", customer.id())
                        .one(Long.class)
                > 0;
    }

    /// Of a billion codes another one is taken where somebody has this one; who was invited meanwhile keeps theirs.
    private boolean invite(Gathering gathering, Customer customer, UUID guest, String code) {
        var written = database.sql(INVITE)
                .with("id", guest)
                .with("gathering", gathering.id())
                .with("project", gathering.project())
                .with("customer", customer.id())
                .with("code", code)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return written == 1;
    }

    private static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String said(Gathering gathering, String code) {
        return ("诚邀您参加“%s”：%s，%s。到场请出示签到码 %s。能否参加请点 " + TellingCustomers.LINK)
                .formatted(
                        gathering.title(),
                        WHEN.format(gathering.beginsAt().atZone(OfficeClock.OFFICE_ZONE)),
                        gathering.place(),
                        code);
    }
}
