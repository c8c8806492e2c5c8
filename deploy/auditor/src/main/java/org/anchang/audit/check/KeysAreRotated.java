package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;

/// CUS-6: no data key, and so no sealed value, is left under an older master key, and all services seal for each other
/// under the same one.
public final class KeysAreRotated implements Check {
    private static final String KEYS = "SELECT id, purpose, master, courier_of, seals FROM data_key ORDER BY id";

    @Override
    public String promise() {
        return "all data keys are wrapped under one master key, and neighbours seal for each other under it";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        var masters = new TreeMap<String, TreeSet<String>>();
        for (var service : Evidence.SERVICES) {
            for (var key : evidence.rows(service, KEYS)) {
                masters.computeIfAbsent(key.text("master"), _ -> new TreeSet<>())
                        .add(service);
                if (key.flag("seals")
                        && key.has("courier_of")
                        && !key.text("courier_of").equals(key.text("master"))) {
                    found.add("%s seals for others under the key of %s, and its own keys are wrapped under %s"
                            .formatted(service, key.text("courier_of"), key.text("master")));
                }
            }
        }
        if (masters.size() > 1) {
            masters.forEach((master, services) -> found.add("data keys of %s are wrapped under %s, others under another"
                    .formatted(String.join(", ", services), master)));
        }
        return found;
    }
}
