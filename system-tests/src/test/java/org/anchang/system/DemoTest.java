package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anchang.audit.Audit;
import org.anchang.client.Person;
import org.anchang.demo.Demo;
import org.anchang.demo.DemoOptions;
import org.anchang.office.Office;
import org.anchang.system.console.KeptAnswers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/// The demo is the end-to-end test: a quarter of sales through the gateway, on the real price list where it lies
/// beside the checkout.
@ExtendWith(RunningOffice.class)
@Isolated
class DemoTest {
    private static final String PROJECT = "yunshan";
    private static final String STAGES = "QUEUED RESERVED SUBSCRIBED CONTRACTED FILED VOIDED REFUNDED SWAPPED LAPSED";
    private static final String CHANGES = "SWAP REFUND RENAME DISCOUNT LAYOUT_CHANGE VOID";

    @Test
    @DisplayName(
            "INV-4 APR-2 FIN-2 RPT-2 RPT-3 a quarter of sales: every stage and change; auditor and reports agree; managers are told of their sheets")
    void quarter(Office running) throws Exception {
        // A quarter of the usual size still has every stage and every kind of change.
        var arguments = new ArrayList<>(List.of("--project", PROJECT, "--customers", "84", "--deals", "42"));
        // What is kept of it is the product's own.
        var isKept = System.getProperty("record") != null;
        if (!isKept) {
            PriceLists.real().ifPresent(list -> arguments.addAll(List.of("--price-list", list.toString())));
        }
        try (var office = new org.anchang.client.Office(
                running.gateway().toString(), running.issuer().toString(), "anchang", Duration.ofSeconds(60))) {
            var failures = Demo.load(office, DemoOptions.of(arguments.toArray(String[]::new)), System.out::println);

            assertThat(failures).isEmpty();
            var manager = office.person("chen.jing");
            assertThat(members(manager, "/deals", "stage")).contains(STAGES.split(" "));
            assertThat(members(manager, "/approvals", "form")).contains(CHANGES.split(" "));
            assertThat(Audit.of(RunningOffice.addresses(running)))
                    .allSatisfy((promise, differences) ->
                            assertThat(differences).as(promise).isEmpty());
            ReportsProof.holds(running, manager, PROJECT);
            if (isKept) {
                KeptAnswers.keep(running.gateway(), PROJECT);
            }
            SheetsProof.holds(manager, PROJECT, List.of("chen.jing", "zhou.qiang", "huang.wei"));
        }
    }

    /// What a member of all things of this kind says.
    private static Set<String> members(Person reader, String path, String member) {
        var found = new TreeSet<String>();
        for (var cursor = ""; ; ) {
            var page = reader.get(path + "?project=" + PROJECT + "&limit=200" + cursor)
                    .done();
            page.at("items").forEach(thing -> found.add(thing.path(member).asText()));
            if (page.text("next").isEmpty()) {
                return found;
            }
            cursor = "&cursor=" + page.text("next");
        }
    }
}
