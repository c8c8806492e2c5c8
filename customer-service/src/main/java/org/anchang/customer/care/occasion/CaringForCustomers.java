package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.care.occasion.Birthday.BirthdayOf;
import org.anchang.customer.care.occasion.Birthday.Relation;
import org.anchang.customer.care.occasion.CareTask.CareDone;
import org.anchang.customer.care.occasion.CareTask.CareWay;
import org.anchang.customer.care.occasion.CareTaskResource.FinishCareTask;
import org.anchang.customer.care.occasion.CareTaskResource.PlanRevisit;
import org.anchang.customer.care.occasion.HolidayResource.EnterHoliday;
import org.anchang.customer.care.occasion.Holidays.Holiday;
import org.anchang.customer.care.occasion.OccasionResource.RecordBirthday;
import org.anchang.customer.dossier.BirthDateEntered;
import org.anchang.customer.dossier.BirthDates;
import org.anchang.customer.sending.MessageKind;
import org.anchang.customer.sending.TellingCustomers;
import org.anchang.customer.sending.TellingCustomers.Telling;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;

/// CAR-1: keeps whose birthday is when and who is dear, and what was done on the day; what comes of it is made at
/// once.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CaringForCustomers {
    @Inject
    Birthdays birthdays;

    @Inject
    Holidays holidays;

    @Inject
    VipMarks vips;

    @Inject
    CareTasks tasks;

    @Inject
    MakingCareTasks making;

    @Inject
    TellingCustomers telling;

    @Inject
    Customers customers;

    @Inject
    BirthDates birthDates;

    @Inject
    Sealing sealing;

    @Inject
    SealedJson json;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    Customer record(UUID id, RecordBirthday request) {
        var customer = customers.get(caller.scope(), id);
        var born = Born.of(request.calendar(), request.year(), request.month(), request.day());
        var name = Names.seen(request.name());
        refuseIf(request.relation() == Relation.SELF && birthdays.hasOwn(customer), CustomerRefusal.BIRTHDAY_IS_KNOWN);
        keep(customer, new BirthdayOf(request.relation(), name), born);
        if (request.relation() == Relation.SELF) {
            born.date().ifPresent(date -> birthDates.learned(customer, date));
        }
        return customer;
    }

    /// CUS-4: the dossier says when somebody was born: that day is their birthday, unless the family keeps one of
    /// their own, by the moon or without a year.
    void follow(@Observes BirthDateEntered entered) {
        var customer = entered.customer();
        var own = birthdays.of(customer).stream()
                .filter(one -> one.relation() == Relation.SELF)
                .findFirst();
        var known = own.map(one -> one.born(json)).flatMap(Born::date);
        if (own.isPresent() && known.isEmpty() || known.equals(Optional.ofNullable(entered.date()))) {
            return;
        }
        own.ifPresent(one -> one.remove(caller.name(), clock.instant()));
        birthdays.flush();
        if (entered.date() != null) {
            keep(customer, new BirthdayOf(Relation.SELF, null), Born.on(entered.date()));
        }
    }

    private void keep(Customer customer, BirthdayOf whose, Born born) {
        birthdays.persist(Birthday.recorded(
                        customer,
                        whose,
                        birthdays.token(customer.project(), born.key()),
                        caller.name(),
                        clock.instant())
                .sealed(born, whose, sealing, json));
        making.make(customer.project());
    }

    Customer remove(UUID id, UUID birthday) {
        var customer = customers.get(caller.scope(), id);
        birthdays.get(customer, birthday).remove(caller.name(), clock.instant());
        return customer;
    }

    Customer mark(UUID id, boolean vip) {
        var customer = customers.get(caller.scope(), id);
        vips.mark(customer, vip);
        making.make(customer.project());
        return customer;
    }

    Holiday enter(EnterHoliday request) {
        caller.mustBeBoundTo(request.project());
        var holiday = holidays.enter(request.project(), request.day(), Names.trimmed(request.name()), caller.name());
        making.make(request.project());
        return holiday;
    }

    CareTask plan(PlanRevisit request) {
        var customer = customers.get(caller.scope(), request.customer());
        var usual = vips.isVip(customer) ? CareWay.GIFT_OR_VISIT : CareWay.CALL_OR_MESSAGE;
        var revisit = CareTask.revisit(
                customer,
                new CareTask.Revisit(
                        request.on(), request.way() == null ? usual : request.way(), Names.trimmed(request.purpose())),
                caller.name(),
                clock.instant(),
                sealing);
        tasks.persist(revisit);
        return revisit;
    }

    CareTask finish(UUID id, FinishCareTask request) {
        var task = tasks.get(caller.scope(), id);
        var what = Names.trimmed(request.what());
        task.finish(request.done(), what, caller.name(), clock.instant(), sealing);
        if (request.done() == CareDone.MESSAGE) {
            // CAR-7: what was written goes out, once.
            telling.tell(
                    customers.get(caller.scope(), task.customer()),
                    new Telling(task.id(), MessageKind.CARE, what, null));
        }
        return task;
    }
}
