package org.anchang.approval.chain;

import java.util.List;
import org.anchang.approval.Form;
import org.anchang.kit.identity.Role;

/// The order of signatures on the printed forms, for a project that has written no chain of its own.
final class DefaultCourses {
    private DefaultCourses() {}

    static Course of(Form form) {
        return switch (form) {
            case DISCOUNT, RENAME ->
                Course.of(Step.of(Role.SALES_MANAGER), Step.of(Role.GENERAL_MANAGER), Step.of(Role.FINANCE));
            case SWAP ->
                // SWP-1: refused by default, so the first to be asked is who may allow it.
                Course.of(
                        Step.of(Role.SITE_MANAGER),
                        Step.of(Role.SALES_MANAGER),
                        Step.of(Role.GENERAL_MANAGER),
                        Step.of(Role.FINANCE));
            case REFUND ->
                // RFD-1: finance sets the payment date.
                Course.of(
                        Step.statement("consultant-statement"),
                        Step.of(Role.SALES_STATISTICIAN),
                        Step.of(Role.SALES_MANAGER),
                        Step.of(Role.GENERAL_MANAGER),
                        Step.of(Role.FINANCE, new AddedField("payoutOn", AddedField.Type.COMING_DATE)));
            case LAYOUT_CHANGE ->
                // LAY-1: three opinions side by side, then the cost, then the decision.
                new Course(List.of(
                        new Course.Stage(
                                List.of(Step.of(Role.FINANCE), Step.of(Role.SALES_MANAGER), Step.of(Role.ENGINEERING))),
                        new Course.Stage(
                                List.of(Step.of(Role.COST_AUDITOR, new AddedField("cost", AddedField.Type.MONEY)))),
                        new Course.Stage(List.of(Step.of(Role.GENERAL_MANAGER)))));
            case VOID -> Course.of(Step.of(Role.SITE_MANAGER));
        };
    }
}
