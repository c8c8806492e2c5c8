package org.anchang.demo;

import java.util.List;
import java.util.Map;
import org.anchang.client.Answer;

/// A form of change goes from desk to desk: each signs when it is their turn.
final class ApprovalStory {
    /// From finance's signature, the last one on a refund, to the payout.
    static final int DAYS_TO_PAYOUT = 5;

    private static final List<String> OPINIONS = List.of("同意", "情况属实，同意", "同意，按规定办理", "已核实，同意");

    private final Story deal;
    private final Forms form;
    private final Answer request;

    /// @param deal goes on where the form has been decided
    ApprovalStory(Story deal, Forms form, Answer request) {
        this.deal = deal;
        this.form = form;
        this.request = request;
    }

    /// All sign; returns the request once the deal has changed accordingly.
    Answer approved() {
        sign(form.steps().size());
        return outcome("DONE");
    }

    /// The first `steps` sign, the next one refuses.
    Answer refused(int steps, String reason) {
        sign(steps);
        deal.pass(deal.chance.nextInt(2));
        var signer = form.steps().get(steps).getFirst();
        deal.does(signer, "/approval-tasks/" + task(signer) + "/refuse", Map.of("reason", reason));
        return outcome("ENDED");
    }

    /// The first `steps` sign; the rest is left for whoever looks at the demo.
    void waiting(int steps) {
        sign(steps);
        if (steps < form.steps().size()) {
            task(form.steps().get(steps).getFirst());
        }
    }

    private void sign(int steps) {
        for (var step : form.steps().subList(0, steps)) {
            for (var signer : step) {
                deal.pass(deal.chance.nextInt(2));
                var opinion = OPINIONS.get(deal.chance.nextInt(OPINIONS.size()));
                deal.does(
                        signer,
                        "/approval-tasks/" + task(signer) + "/approve",
                        Map.of("opinion", opinion, "fields", fieldsOf(signer)));
            }
        }
    }

    /// What the form asks its signer to add.
    private Map<String, String> fieldsOf(String signer) {
        if (form == Forms.REFUND && signer.equals(Staff.FINANCE)) {
            return Map.of("payoutOn", deal.today().plusDays(DAYS_TO_PAYOUT).toString());
        }
        return signer.equals(Staff.COST_AUDITOR) ? Map.of("cost", "12800.00") : Map.of();
    }

    private String task(String signer) {
        return deal.awaits(signer, "/approval-tasks?request=" + request.id(), tasks -> !tasks.at("items")
                        .isEmpty())
                .text("items/0/id");
    }

    private Answer outcome(String state) {
        var path = "/requests/" + request.id();
        return deal.awaits(
                Staff.SITE_MANAGER, path, answer -> answer.text("state").equals(state));
    }
}
