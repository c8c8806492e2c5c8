package org.anchang.customer.staff;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.staff.account.Account;
import org.anchang.customer.staff.account.Accounts;
import org.anchang.customer.staff.account.ProviderAway;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;

/// Somebody begins to work in the offices, or comes back, and gets a first password, or another one.
@ApplicationScoped
class InvitingPeople {
    @Inject
    Asking asking;

    @Inject
    StaffPeople people;

    @Inject
    Posts posts;

    @Inject
    StaffRights rights;

    @Inject
    GivingPosts giving;

    @Inject
    AccountUpdates updates;

    @Inject
    Accounts accounts;

    @Inject
    ShowingPeople showing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// The identity provider is asked whether somebody else signs in by the name.
    ///
    /// @param password the first one
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE,
    ///     PERSON_IS_KNOWN, ACCOUNT_IS_TAKEN, IDENTITY_PROVIDER_AWAY, and what [GivingPosts] refuses
    ShowingPeople.Invited invite(String name, Post.Given given, FirstPassword password) {
        caller.mustBeBoundTo(given.project());
        rights.mustGive(given);
        var isKnown =
                asking.before(() -> people.findByIdOptional(given.person()).isPresent());
        var isTaken = !isKnown && isTaken(given.person());
        return asking.carryOut(() -> {
            var known = people.toChange(given.person());
            known.ifPresent(person -> person.inviteAgain(name, caller.name(), clock.instant()));
            var person = known.orElseGet(() -> invited(name, given, isTaken));
            giving.give(person, given, password);
            return showing.invited(person, password);
        });
    }

    private boolean isTaken(String name) {
        try {
            return accounts.exists(name);
        } catch (ProviderAway e) {
            throw refuse(CustomerRefusal.IDENTITY_PROVIDER_AWAY);
        }
    }

    private StaffPerson invited(String name, Post.Given given, boolean isTaken) {
        if (isTaken) {
            throw refuse(CustomerRefusal.ACCOUNT_IS_TAKEN)
                    .with("field", "person")
                    .with("person", given.person());
        }
        var person = StaffPerson.invited(given.person(), name, caller.name(), clock.instant());
        people.persistAndFlush(person);
        return person;
    }

    /// A password was forgotten.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE,
    ///     PERSON_HAS_LEFT
    @Transactional(Transactional.TxType.MANDATORY)
    ShowingPeople.Invited giveNewPassword(String name, String reason) {
        var person = people.toChange(caller.scope(), name);
        rights.mustDecideOn(name, posts.heldBy(name));
        person.giveNewPassword(new StaffPerson.StaffDecision(reason, caller.name(), clock.instant()));
        var password = FirstPassword.byChance();
        updates.ask(name, password);
        return showing.invited(person, password);
    }

    /// Somebody whom the identity provider knows; nothing happens where the product does too.
    @Transactional(Transactional.TxType.MANDATORY)
    void enter(Account account) {
        if (people.findByIdOptional(account.person()).isPresent()) {
            return;
        }
        var person = StaffPerson.known(account.person(), account.name());
        people.persistAndFlush(person);
        var held = account.duties().stream()
                .map(duty -> new Post.Given(account.person(), duty.project(), duty.role(), null))
                .map(given -> Post.given(given, List.of(), caller.name(), clock.instant()))
                .toList();
        posts.persist(held);
        posts.flush();
        giving.begin(person, held);
    }
}
