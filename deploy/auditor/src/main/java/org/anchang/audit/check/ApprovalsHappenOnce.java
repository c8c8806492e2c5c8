package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Topics;

/// APR-5: what was approved was carried out once, and what was carried out was approved.
public final class ApprovalsHappenOnce implements Check {
    private static final Set<String> CARRIED_OUT =
            Set.of("UnitSwapped", "DealRefunded", "DealVoided", "PurchaserRenamed", "DiscountGranted");

    @Override
    public String promise() {
        return "no approval was carried out twice, and nothing was carried out without one";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        var approved = new HashSet<String>();
        var declined = new HashSet<String>();
        for (var said : evidence.topics().once(Topics.of("approval"))) {
            if (said.type().endsWith("Approved")) {
                if (!approved.add(said.text("request"))) {
                    found.add("request %s was approved twice".formatted(said.text("request")));
                }
            } else if (said.type().endsWith("Refused") || said.type().equals("ApprovalWithdrawn")) {
                declined.add(said.text("request"));
            }
        }
        var carriedOut = new HashMap<String, Integer>();
        for (var said : evidence.topics().once(Topics.of("deal"))) {
            if (CARRIED_OUT.contains(said.type())) {
                carriedOut.merge(said.text("request"), 1, Integer::sum);
            }
        }
        carriedOut.forEach((request, times) -> {
            if (times > 1) {
                found.add("request %s was carried out %d times".formatted(request, times));
            }
            if (!approved.contains(request)) {
                found.add("request %s was carried out and never approved".formatted(request));
            }
            if (declined.contains(request)) {
                found.add("request %s was declined and carried out".formatted(request));
            }
        });
        for (var row : evidence.rows("deal", "SELECT id, form, state FROM change_request")) {
            var id = row.text("id");
            if (approved.contains(id) && row.text("state").equals("WAITING")) {
                found.add("request %s (%s) is approved and still waits".formatted(id, row.text("form")));
            }
            if (declined.contains(id) && !row.text("state").equals("ENDED")) {
                found.add("request %s (%s) is declined and %s".formatted(id, row.text("form"), row.text("state")));
            }
        }
        return found;
    }
}
