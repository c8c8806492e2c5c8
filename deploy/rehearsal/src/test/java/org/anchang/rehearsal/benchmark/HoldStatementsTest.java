package org.anchang.rehearsal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldStatementsTest {
    private static final String UNIT = "00000001-0000-7000-8000-000000000009";
    private static final String LOG = """
            2026-11-23 20:51:22.350 UTC [7] LOG:  statement: BEGIN
            2026-11-23 20:51:22.350 UTC [7] LOG:  execute S_1: SELECT 'another transaction'
            2026-11-23 20:51:22.350 UTC [7] LOG:  execute S_2: COMMIT
            2026-11-23 20:51:22.350 UTC [7] LOG:  statement: BEGIN
            2026-11-23 20:51:22.351 UTC [7] LOG:  execute S_3: SELECT $1, a.body FROM idempotency a
            \tWHERE a.key = $1
            2026-11-23 20:51:22.351 UTC [7] DETAIL:  Parameters: $1 = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
            2026-11-23 20:51:22.351 UTC [8] LOG:  execute S_4: SELECT 'another connection'
            2026-11-23 20:51:22.352 UTC [7] LOG:  execute S_5: INSERT INTO hold (id, unit, consultant, customer, note, at)
            \tVALUES ($1, $2, $3, $4, $5, $6) WHERE u = ANY ($7)
            2026-11-23 20:51:22.352 UTC [7] DETAIL:  Parameters: $1 = '01a20a30-49d1-7066-884f-62be66fa7652', $2 = '%1$s', $3 = 'buyer-7', $4 = '01a20a30-49d1-7066-884f-62be66fa7653', $5 = NULL, $6 = '2026-11-23 20:51:22+00', $7 = '{%1$s}'
            2026-11-23 20:51:22.353 UTC [7] LOG:  execute S_6: SELECT 1 FROM hold WHERE id = $1
            2026-11-23 20:51:22.353 UTC [7] DETAIL:  Parameters: $1 = '01a20a30-49d1-7066-884f-62be66fa7652'
            2026-11-23 20:51:22.354 UTC [7] LOG:  execute S_2: COMMIT
            2026-11-23 20:51:22.355 UTC [7] LOG:  execute S_1: SELECT 'yet another'
            """.formatted(UNIT);

    @Test
    @DisplayName(
            "The statements of one hold, and of it alone, become a script in which every transaction holds another unit")
    void script() {
        var script = new HoldStatements(LOG, UNIT, "buyer-7").script(true, 8, 1);

        assertThat(script).isEqualTo("""
                \\set i :i + 1
                \\set n :i * 8 + :client_id + -7
                BEGIN;
                SELECT lpad(:n::text, 64, '0'), a.body FROM idempotency a WHERE a.key = lpad(:n::text, 64, '0');
                INSERT INTO hold (id, unit, consultant, customer, note, at) VALUES (bench_id(21, :n), bench_id(1, :n), \
                'buyer-' || (:n % 500), bench_id(22, :n), NULL, U&'2026-11-23 20\\003A51\\003A22+00') \
                WHERE u = ANY (ARRAY[bench_id(1, :n)]);
                SELECT 1 FROM hold WHERE id = bench_id(21, :n);
                COMMIT;
                """);
    }

    @Test
    @DisplayName("Without the idempotency key its statements are left out, and nothing else")
    void withoutKey() {
        var statements = new HoldStatements(LOG, UNIT, "buyer-7");

        assertThat(statements.script(false, 8, 1)).doesNotContain("idempotency").contains("INSERT INTO hold");
        assertThat(statements.count()).isEqualTo(5);
    }
}
