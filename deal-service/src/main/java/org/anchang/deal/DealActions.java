package org.anchang.deal;

import static org.anchang.kit.identity.Role.CONSULTANT;
import static org.anchang.kit.identity.Role.FINANCE;
import static org.anchang.kit.identity.Role.SALES_MANAGER;
import static org.anchang.kit.identity.Role.SITE_MANAGER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;

/// What can be done with a deal next, by its stage and by what is open on it.
@ApplicationScoped
class DealActions {
    @Inject
    Caller caller;

    List<Action> of(Deal deal) {
        var possible = new Possible("/api/v1/deals/" + deal.id(), caller);
        if (deal.openChange() != null) {
            return List.of();
        }
        switch (deal.stage()) {
            case QUEUED -> {
                if (deal.isConfirmed()) {
                    possible.add("take-deposit", "/deposits", CONSULTANT, SITE_MANAGER, FINANCE);
                } else {
                    possible.add("confirm-unit", "/unit-confirmation", SITE_MANAGER);
                }
                possible.add("draw-order-form", "/order-forms", CONSULTANT, SITE_MANAGER, SALES_MANAGER);
                possible.add("lapse", "/lapse", SITE_MANAGER);
            }
            case RESERVED -> {
                possible.add("take-deposit", "/deposits", CONSULTANT, SITE_MANAGER, FINANCE);
                beforeContract(possible);
            }
            case SUBSCRIBED -> {
                possible.add("sign-contract", "/contracts", CONSULTANT, SITE_MANAGER);
                beforeContract(possible);
            }
            case CONTRACTED -> {
                possible.add("pay", "/payments", FINANCE, CONSULTANT, SITE_MANAGER);
                possible.add("submit-filing", "/filings", CONSULTANT, SITE_MANAGER);
                possible.add("request-refund", "/refund-requests", CONSULTANT, SITE_MANAGER);
                possible.add("request-rename", "/rename-requests", CONSULTANT, SITE_MANAGER);
                possible.add("request-layout-change", "/layout-change-requests", CONSULTANT, SITE_MANAGER);
            }
            case FILED -> {
                possible.add("pay", "/payments", FINANCE, CONSULTANT, SITE_MANAGER);
                possible.add("cancel-filing", "/filings/cancellation", SITE_MANAGER, FINANCE);
                possible.add("request-refund", "/refund-requests", CONSULTANT, SITE_MANAGER);
            }
            case REFUNDED, VOIDED, LAPSED -> possible.add("pay-out-refund", "/refund-payouts", FINANCE);
            case SWAPPED -> {}
        }
        return List.copyOf(possible.actions);
    }

    private static void beforeContract(Possible possible) {
        possible.add("draw-order-form", "/order-forms", CONSULTANT, SITE_MANAGER, SALES_MANAGER);
        possible.add("check-buyer", "/buyer-checks", CONSULTANT, SITE_MANAGER);
        possible.add("request-swap", "/swap-requests", CONSULTANT, SITE_MANAGER);
        possible.add("request-refund", "/refund-requests", CONSULTANT, SITE_MANAGER);
        possible.add("request-rename", "/rename-requests", CONSULTANT, SITE_MANAGER);
        possible.add("request-discount", "/discount-requests", CONSULTANT, SITE_MANAGER);
        possible.add("request-layout-change", "/layout-change-requests", CONSULTANT, SITE_MANAGER);
        possible.add("request-void", "/void-requests", CONSULTANT, SITE_MANAGER);
        possible.add("lapse", "/lapse", SITE_MANAGER);
    }

    private record Possible(String href, Caller caller, List<Action> actions) {
        Possible(String href, Caller caller) {
            this(href, caller, new ArrayList<>());
        }

        void add(String name, String path, String... roles) {
            actions.add(Action.post(name, href + path, caller.holds(roles), roles));
        }
    }
}
