package org.anchang.customer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// CUS-9: what finding one of few and one of many customers costs, against a look-up by key. Tokens are spread
/// as in real names: one customer in 14 has the commonest surname, few share a pair of characters.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class ManyCustomersBenchmark {
    private static final Logger LOG = Logger.getLogger(ManyCustomersBenchmark.class);
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("customers", 1_000_000);
    private static final int SLICE = 10_000;
    private static final int ROUNDS = 300;
    private static final long SURNAME = 7_000_000_000_000_000_001L;
    private static final long PAIR = 6_000_000_000_000_000_000L;
    private static final String PROJECT = "many";

    private static final String CUSTOMERS = """
            WITH made AS (
                INSERT INTO customer (id, project, number, name, name_fingerprint, channel, first_consultant, owner,
                                      registered_by, registered_at, intent_grade)
                SELECT ('01990000-0000-7000-8000-' || lpad(to_hex(nth), 12, '0'))::uuid, 'many', 'XMN-ZS' || nth, 'sealed',
                       'none', 'WALK_IN', 'c' || nth % 200, 'c' || nth % 200, 'c', now(),
                       CASE nth % 5 WHEN 0 THEN 'A' WHEN 1 THEN 'B' END
                FROM generate_series(:from, :until) nth RETURNING id, number, owner),
            numbered AS (INSERT INTO customer_number (number, customer, given_at) SELECT number, id, now() FROM made),
            phoned AS (
                INSERT INTO known_phone (id, project, customer, record, fingerprint, ending, phone, kind, added_by, added_at)
                SELECT gen_random_uuid(), 'many', id, id, number, 'ending' || substr(number, 7)::int % 10000, 'sealed',
                       'MOBILE', 'c', now()
                FROM made),
            visited AS (
                INSERT INTO visit (id, project, customer, receiver, owner, reason, received_at)
                SELECT gen_random_uuid(), 'many', id, owner, owner, 'NEW_VISITOR', now() FROM made),
            followed AS (
                INSERT INTO follow_up (id, project, customer, state, done_by, done_at, said)
                SELECT gen_random_uuid(), 'many', id, 'DONE', owner, now(), 'sealed' FROM made, generate_series(1, 2))
            INSERT INTO customer_token (token, project, owner, customer, record)
            SELECT t.token, 'many', made.owner, made.id, made.id FROM made, LATERAL (VALUES
                (7000000000000000000 + CASE WHEN substr(number, 7)::int % 14 = 0 THEN 1 ELSE substr(number, 7)::int % 400 + 2 END),
                (6000000000000000000 + substr(number, 7)::int % 100000),
                (5000000000000000000 + substr(number, 7)::int % 3000),
                (4000000000000000000 + substr(number, 7)::int % 26),
                (3000000000000000000 + substr(number, 7)::int % 600)) t (token)""";
    private static final String BY_KEY = "SELECT id FROM listed_customer WHERE id = :id";
    private static final String TIMELINE = """
            SELECT entry FROM customer_timeline WHERE record = ANY (:records)
            ORDER BY at DESC, entry DESC, what DESC LIMIT 31""";

    @Inject
    Database database;

    @Inject
    FindingCustomers finding;

    private interface Asked {
        void nth(int nth);
    }

    @Test
    @DisplayName("CUS-9 search, list and timeline at 1,000,000 customers cost at most eight look-ups by key at p95")
    void costs() {
        make(1, FEW);
        var few = measured(FEW);
        make(FEW + 1, MANY);
        var many = measured(MANY);

        many.forEach((what, p95) -> LOG.infof(
                "%-28s %,9.0f µs at %,d  %,9.0f µs at %,d  ÷ %.1f  in look-ups by key %.1f",
                what, few.get(what), FEW, p95, MANY, p95 / few.get(what), p95 / many.get("by key")));
        assertThat(many.values()).allMatch(p95 -> p95 <= 8 * many.get("by key"));
    }

    private void make(int from, int until) {
        for (int at = from; at <= until; at += SLICE) {
            int begin = at;
            QuarkusTransaction.requiringNew().timeout(600).run(() -> database.sql(CUSTOMERS)
                    .with("from", begin)
                    .with("until", Math.min(until, begin + SLICE - 1))
                    .write());
        }
        for (var table :
                List.of("customer", "customer_token", "known_phone", "customer_number", "visit", "follow_up")) {
            Superuser.runAlone("VACUUM ANALYZE " + table);
        }
    }

    private Map<String, Double> measured(int size) {
        var own = new Scope("c7", Set.of(), Set.of(PROJECT));
        var whole = new Scope("m", Set.of(PROJECT), Set.of());
        var all = FindingCustomers.CustomerFilter.allOf(PROJECT);
        var costs = new LinkedHashMap<String, Double>();
        costs.put("by key", p95(nth -> one(size, nth)));
        costs.put("list, own", p95(_ -> list(own, all, Sought.ALL)));
        costs.put("list, project", p95(_ -> list(whole, all, Sought.ALL)));
        costs.put("commonest surname, own", p95(_ -> list(own, all, Sought.byName(List.of(SURNAME)))));
        costs.put("commonest surname, project", p95(_ -> list(whole, all, Sought.byName(List.of(SURNAME)))));
        costs.put("two characters, project", p95(nth -> list(whole, all, Sought.byName(List.of(PAIR + nth % FEW)))));
        costs.put("last four digits, project", p95(nth -> list(whole, all, Sought.byEnding("ending" + nth % FEW))));
        costs.put("number, project", p95(nth -> list(whole, all, Sought.byNumber("XMN-ZS" + (size - nth)))));
        costs.put("timeline", p95(nth -> database.sql(TIMELINE)
                .with("records", List.of(id(size, nth)))
                .rows(UUID.class)));
        return costs;
    }

    private void one(int size, int nth) {
        database.sql(BY_KEY).with("id", id(size, nth)).one(UUID.class);
    }

    /// The ids of the first page, as the list reads them; what it opens of them is the same for few and many.
    private void list(Scope scope, FindingCustomers.CustomerFilter filter, Sought sought) {
        var asked = finding.asked(scope, filter, sought, null);
        database.sql(asked.statement())
                .with(asked.parameters())
                .with("rows", new PageRequest(20, null).rows())
                .rows(UUID.class);
    }

    private static UUID id(int size, int nth) {
        return new UUID(0x0199000000007000L, 0x8000000000000000L | 1 + nth * 7919L % size);
    }

    /// In microseconds, after as many that do not count.
    private static double p95(Asked asked) {
        var times = new ArrayList<Long>();
        for (int nth = 0; nth < 2 * ROUNDS; nth++) {
            var at = nth;
            var begun = System.nanoTime();
            QuarkusTransaction.requiringNew().run(() -> asked.nth(at));
            if (nth >= ROUNDS) {
                times.add(System.nanoTime() - begun);
            }
        }
        times.sort(null);
        return times.get((int) (times.size() * 0.95)) / 1000.0;
    }
}
