package org.anchang.customer.dispute;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Texts;
import org.anchang.customer.dispute.OwnershipCaseResource.ShownCase;
import org.anchang.customer.dispute.OwnershipCaseResource.ShownStatement;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;

/// SEC-1, CUS-6: opens what the caller may read of cases: the parties, who filed it, and those who decide;
/// each such
/// answer is kept as a look. What another party says is theirs until it is decided.
@ApplicationScoped
class ShowingCases {
    private static final Offer STATE = Offer.of(CustomerAction.STATE, OwnershipCaseResource.class, "stateCase");
    private static final Offer REMIND = Offer.of(CustomerAction.REMIND, OwnershipCaseResource.class, "remindOfCase");
    private static final Offer DECIDE = Offer.of(CustomerAction.DECIDE, OwnershipCaseResource.class, "decideCase");

    @Inject
    Statements statements;

    @Inject
    Deciders deciders;

    @Inject
    Texts texts;

    @Inject
    Looks looks;

    @Inject
    Sealing sealing;

    @Inject
    SealedJson json;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// The answer to who has just written it, which is no look.
    ShownCase written(OwnershipCase filed) {
        return shown(filed, texts.names(List.of(filed.customer())), true);
    }

    ShownCase one(OwnershipCase filed) {
        if (reads(filed)) {
            looks.keep(look(filed));
        }
        return written(filed);
    }

    Page<ShownCase> list(Page<OwnershipCase> page) {
        looks.keepAll(page.items().stream().filter(this::reads).map(this::look).toList());
        var names =
                texts.names(page.items().stream().map(OwnershipCase::customer).toList());
        return page.map(filed -> shown(filed, names, false));
    }

    private boolean decides(OwnershipCase filed) {
        return caller.holds(filed.project(), Role.SALES_SUPERVISOR, Role.SITE_MANAGER);
    }

    private boolean reads(OwnershipCase filed) {
        return filed.isParty(caller.name()) || filed.filedBy().equals(caller.name()) || decides(filed);
    }

    private Looks.At look(OwnershipCase filed) {
        // The supervisor reads it as the one who decides, as the site manager does.
        var right = decides(filed) ? Looks.Right.SITE_MANAGER : Looks.Right.OWNER;
        return new Looks.At("ownership-case", filed.id(), filed.project(), right);
    }

    private ShownCase shown(OwnershipCase filed, Map<UUID, String> names, boolean isWhole) {
        var reads = reads(filed);
        return new ShownCase(
                filed.id(),
                filed.project(),
                filed.kind(),
                filed.customer(),
                requireNonNull(names.get(filed.customer())),
                filed.owner(),
                filed.first(),
                filed.other(),
                filed.parties().stream().sorted().toList(),
                filed.filedBy(),
                filed.filedAt(),
                reads ? sealing.openIfAny(filed.reason(), filed.place("reason")) : null,
                filed.dueOn(),
                filed.isOverdue(clock.today()),
                filed.remindedBy(),
                filed.remindedAt(),
                filed.state(),
                filed.decidedBy(),
                filed.decidedAt(),
                filed.decidedOwner(),
                filed.decidedFirst(),
                reads ? sealing.openIfAny(filed.decision(), filed.place("decision")) : null,
                isWhole && reads ? filed.evidence(json) : List.of(),
                isWhole ? statements(filed) : List.of(),
                actions(filed));
    }

    private List<ShownStatement> statements(OwnershipCase filed) {
        return statements.of(filed.id()).stream()
                .map(one -> {
                    var reads = decides(filed) || one.person().equals(caller.name()) || reads(filed) && !filed.isOpen();
                    return new ShownStatement(one.person(), one.at(), reads ? one.said() : null);
                })
                .toList();
    }

    private List<Action> actions(OwnershipCase filed) {
        if (!filed.isOpen()) {
            return List.of();
        }
        var self = caller.name();
        var isParty = filed.isParty(self) && caller.holds(filed.project(), Role.CONSULTANT);
        var mayRemind = isParty
                || filed.filedBy().equals(self) && caller.holds(filed.project(), Role.CONSULTANT)
                || caller.holds(filed.project(), Role.SITE_MANAGER);
        return List.of(
                STATE.on(isParty, filed.id()),
                REMIND.on(mayRemind, filed.id()),
                DECIDE.on(deciders.mayDecide(filed), filed.id()));
    }
}
