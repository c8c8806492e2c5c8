package org.anchang.deal.answer;

import static org.anchang.kit.identity.Role.CONSULTANT;
import static org.anchang.kit.identity.Role.FINANCE;
import static org.anchang.kit.identity.Role.SALES_MANAGER;
import static org.anchang.kit.identity.Role.SITE_MANAGER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.DealPapers.Standing;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;

/// What can be done with a deal next, by its stage, its papers and what is open on it.
@ApplicationScoped
class DealActions {
    /// Who asks.
    interface Person {
        String name();

        boolean holds(String... roles);
    }

    @Inject
    Caller caller;

    List<Action> of(Deal deal, Standing papers) {
        return possible(deal, papers, new Person() {
            @Override
            public String name() {
                return caller.name();
            }

            @Override
            public boolean holds(String... roles) {
                return caller.holds(roles);
            }
        });
    }

    /// The same for anybody.
    static List<Action> possible(Deal deal, Standing papers, Person person) {
        var possible = new Possible(deal, papers, person, new ArrayList<>());
        if (deal.openChange() != null) {
            possible.whileChanging();
            return List.copyOf(possible.actions());
        }
        switch (deal.stage()) {
            case QUEUED -> {
                if (deal.isConfirmed()) {
                    possible.add("take-deposit", "/deposits", CONSULTANT, SITE_MANAGER, FINANCE);
                } else {
                    possible.add("confirm-unit", "/unit-confirmation", SITE_MANAGER);
                }
                possible.drawForm();
                possible.checkBuyer();
                possible.add("lapse", "/lapse", SITE_MANAGER);
            }
            case RESERVED -> {
                possible.add("take-deposit", "/deposits", CONSULTANT, SITE_MANAGER, FINANCE);
                possible.beforeContract();
            }
            case SUBSCRIBED -> {
                if (deal.depositOutstanding().isPositive()) {
                    possible.add("take-deposit", "/deposits", CONSULTANT, SITE_MANAGER, FINANCE);
                }
                possible.add("sign-contract", "/contracts", CONSULTANT, SITE_MANAGER);
                possible.beforeContract();
            }
            case CONTRACTED -> {
                possible.add("pay", "/payments", FINANCE, CONSULTANT, SITE_MANAGER);
                possible.checkBuyer();
                if (papers.isFree()) {
                    possible.add("submit-filing", "/filings", CONSULTANT, SITE_MANAGER);
                    possible.add("request-refund", "/refund-requests", CONSULTANT, SITE_MANAGER);
                } else {
                    possible.add("record-acceptance", "/filings/acceptance", CONSULTANT, SITE_MANAGER);
                    possible.add("record-return", "/filings/return", CONSULTANT, SITE_MANAGER);
                }
                possible.add("request-rename", "/rename-requests", CONSULTANT, SITE_MANAGER);
                possible.add("request-layout-change", "/layout-change-requests", CONSULTANT, SITE_MANAGER);
            }
            case FILED -> {
                possible.add("pay", "/payments", FINANCE, CONSULTANT, SITE_MANAGER);
                if (papers.isFree()) {
                    possible.add("request-refund", "/refund-requests", CONSULTANT, SITE_MANAGER);
                } else {
                    possible.add("cancel-filing", "/filings/cancellation", SITE_MANAGER, FINANCE);
                }
                possible.add("request-layout-change", "/layout-change-requests", CONSULTANT, SITE_MANAGER);
            }
            case REFUNDED, VOIDED, LAPSED -> {
                if (papers.payable().isPositive()) {
                    possible.add("pay-out-refund", "/refund-payouts", FINANCE);
                }
            }
            case SWAPPED -> {}
        }
        return List.copyOf(possible.actions());
    }

    private record Possible(Deal deal, Standing papers, Person person, List<Action> actions) {
        void add(String name, String path, String... roles) {
            actions.add(Action.post(name, "/api/v1/deals/" + deal.id() + path, person.holds(roles), roles));
        }

        /// SWP-3: a change waits for signatures; whoever asked for it may take it back.
        void whileChanging() {
            checkBuyer();
            var change = papers.change();
            if (change != null && change.approval() != null) {
                actions.add(Action.post(
                        "withdraw-change",
                        "/api/v1/approvals/" + change.approval() + "/withdraw",
                        person.name().equals(change.applicant()),
                        CONSULTANT,
                        SITE_MANAGER));
            }
        }

        void beforeContract() {
            drawForm();
            checkBuyer();
            add("request-swap", "/swap-requests", CONSULTANT, SITE_MANAGER);
            add("request-refund", "/refund-requests", CONSULTANT, SITE_MANAGER);
            add("request-rename", "/rename-requests", CONSULTANT, SITE_MANAGER);
            if (papers.form() != null) {
                add("request-discount", "/discount-requests", CONSULTANT, SITE_MANAGER);
            }
            add("request-layout-change", "/layout-change-requests", CONSULTANT, SITE_MANAGER);
            add("request-void", "/void-requests", CONSULTANT, SITE_MANAGER);
            add("lapse", "/lapse", SITE_MANAGER);
        }

        /// DEP-6: a signed form is voided by a superior, not replaced.
        void drawForm() {
            if (papers.form() == null || !papers.form().isSigned()) {
                add("draw-order-form", "/order-forms", CONSULTANT, SITE_MANAGER, SALES_MANAGER);
            }
        }

        /// CON-1, REN-1: as long as the contract is not filed, there may be buyers who were not checked.
        void checkBuyer() {
            if (deal.stage() != DealStage.FILED && !deal.buyers().isEmpty()) {
                add("check-buyer", "/buyer-checks", CONSULTANT, SITE_MANAGER);
            }
        }
    }
}
