package org.anchang.reporting.report;

/// What each report counts, thing by thing. Columns of all: `figure`, `key` (unique within the figure),
/// `opens` and `id` (the page that shows it), `at`, `on_day`, `customer` (masked), `home`, `person`,
/// `amount`, `measure`, `note`; besides the columns by which it is parted.
final class Things {
    private Things() {}

    private static final String OFFICE_DAY = " AT TIME ZONE 'Asia/Shanghai')::date";

    /// Who is meant: nobody where the customer is not known yet.
    private static String person(String of) {
        return "LEFT JOIN LATERAL reported_person(:project, " + of + ".customer) p ON true";
    }

    static final String FUNNEL_COHORT = """
            WITH person AS (SELECT * FROM people_first_met(:project, :begin, :end)),
            visit AS (
                SELECT r.customer, min(v.at) AS first, (array_agg(v.at ORDER BY v.at, v.visit))[2] AS second
                FROM person p JOIN reported_record r ON r.customer = p.customer
                JOIN reported_visit v ON v.record = r.record AND v.project = :project GROUP BY r.customer),
            deal AS (
                SELECT r.customer, min(d.ticket_at) AS ticket, min(d.deposit_at) AS deposit, min(d.contract_at) AS contract,
                       min(d.filed_at) AS filed
                FROM person p JOIN reported_record r ON r.customer = p.customer
                JOIN reported_deal d ON d.record = r.record AND d.project = :project GROUP BY r.customer)
            SELECT step.figure, p.customer::text AS key, 'CUSTOMER' AS opens, p.customer AS id, step.at,
                   (p.first_contact%1$s AS on_day, p.name AS customer, CAST(NULL AS text) AS home, p.consultant AS person,
                   p.channel, CAST(0 AS numeric) AS amount,
                   round(extract(epoch FROM step.at - p.first_contact) / 86400, 1) AS measure, p.brought_by AS note
            FROM person p
            LEFT JOIN visit ON visit.customer = p.customer
            LEFT JOIN deal ON deal.customer = p.customer
            CROSS JOIN LATERAL (VALUES
                ('CONTACTED', p.first_contact), ('VISITED', visit.first), ('REVISITED', visit.second), ('TICKETED', deal.ticket),
                ('DEPOSITED', deal.deposit), ('CONTRACTED', deal.contract), ('FILED', deal.filed)) step (figure, at)
            WHERE step.at IS NOT NULL""".formatted(OFFICE_DAY);

    static final String FUNNEL_CALENDAR = """
            SELECT figure, key, opens, id, at, (at%1$s AS on_day, customer, home, person, channel, amount,
                   CAST(NULL AS numeric) AS measure, note
            FROM (
                SELECT 'CONTACTED' AS figure, customer::text AS key, 'CUSTOMER' AS opens, customer AS id, first_contact AS at,
                       name AS customer, CAST(NULL AS text) AS home, consultant AS person, channel, CAST(0 AS numeric) AS amount,
                       brought_by AS note
                FROM people_first_met(:project, :begin, :end)
                UNION ALL
                SELECT CASE WHEN EXISTS (
                           SELECT 1 FROM reported_record r JOIN reported_visit e ON e.record = r.record
                           WHERE r.customer = v.customer AND e.project = v.project AND (e.at, e.visit) < (v.at, v.visit))
                       THEN 'REVISITED' ELSE 'VISITED' END, v.visit::text, 'CUSTOMER', v.customer, v.at, p.name, NULL,
                       v.owner, p.channel, 0, p.brought_by
                FROM reported_visit v %2$s
                WHERE v.project = :project AND v.at >= :begin AND v.at < :end
                UNION ALL
                SELECT s.step, d.deal::text, 'DEAL', d.deal, s.at, p.name, d.home, d.consultant, p.channel, coalesce(d.total, 0),
                       d.ticket
                FROM reported_step s JOIN reported_deal d ON d.deal = s.deal %3$s
                WHERE s.project = :project AND s.at >= :begin AND s.at < :end
                  AND s.step IN ('TICKETED', 'DEPOSITED', 'CONTRACTED', 'FILED')) happened""".formatted(OFFICE_DAY, person("v"), person("d"));

    static final String SELL_THROUGH = """
            SELECT step.figure, u.unit::text AS key, 'UNIT' AS opens, u.unit AS id, step.at, (step.at%1$s AS on_day,
                   CAST(NULL AS text) AS customer, u.label AS home, CAST(NULL AS text) AS person, u.building, u.layout,
                   u.product_type, CAST(0 AS numeric) AS amount, step.days AS measure, u.state AS note
            FROM reported_unit u
            CROSS JOIN LATERAL (VALUES
                ('RELEASED', u.released_at, CAST(NULL AS numeric)),
                (CASE WHEN u.sold_at IS NOT NULL THEN 'SOLD' WHEN u.state = 'WITHHELD' THEN 'WITHHELD' ELSE 'LEFT' END,
                 coalesce(u.sold_at, u.released_at),
                 CAST(coalesce((u.sold_at%1$s, :today) - (u.released_at%1$s AS numeric))) step (figure, at, days)
            WHERE u.project = :project AND u.released_at IS NOT NULL AND u.state <> 'CLOSED'""".formatted(OFFICE_DAY);

    static final String COLLECTIONS = """
            SELECT 'COLLECTED' AS figure, m.entry::text AS key, 'DEAL' AS opens, m.deal AS id,
                   m.counts_on::timestamp AT TIME ZONE 'Asia/Shanghai' AS at, m.counts_on AS on_day, p.name AS customer, d.home,
                   d.consultant AS person, m.what AS kind_of, m.amount, CAST(NULL AS numeric) AS measure, m.receipt AS note
            FROM reported_money m
            LEFT JOIN reported_deal d ON d.deal = m.deal %s
            WHERE m.project = :project AND m.counts_on BETWEEN :from AND :to""".formatted(person("d"));

    private static final String DUE = """
            FROM reported_due l
            JOIN reported_deal d ON d.deal = l.deal
            """ + person("d");

    static final String FALLING_DUE = """
            SELECT step.figure, l.deal::text || '/' || l.line AS key, 'DEAL' AS opens, l.deal AS id,
                   l.due_on::timestamp AT TIME ZONE 'Asia/Shanghai' AS at, l.due_on AS on_day, p.name AS customer, d.home,
                   d.consultant AS person, l.label AS kind_of, step.amount, CAST(NULL AS numeric) AS measure, l.label AS note
            %s CROSS JOIN LATERAL (VALUES ('PLANNED', l.amount), ('PAID', l.paid), ('OPEN', l.amount - l.paid)) step (figure, amount)
            WHERE l.project = :project AND l.due_on BETWEEN :from AND :to AND step.amount > 0""".formatted(DUE);

    static final String OVERDUE = """
            SELECT 'OVERDUE' AS figure, l.deal::text || '/' || l.line AS key, 'DEAL' AS opens, l.deal AS id,
                   l.due_on::timestamp AT TIME ZONE 'Asia/Shanghai' AS at, l.due_on AS on_day, p.name AS customer, d.home,
                   d.consultant AS person, l.label AS kind_of,
                   (SELECT (after + 1)::text || '-' || coalesce(until::text, '')
                    FROM (SELECT coalesce(lag(days) OVER (ORDER BY days), 0) AS after, days AS until
                          FROM unnest(string_to_array(:ages, ',')::int[] || CAST(NULL AS int)) AS ages (days)) span
                    WHERE :today - l.due_on > after AND (until IS NULL OR :today - l.due_on <= until)) AS age,
                   l.amount - l.paid AS amount, CAST(:today - l.due_on AS numeric) AS measure, l.label AS note
            %s WHERE l.project = :project AND l.due_on < :today AND l.amount > l.paid""".formatted(DUE);

    static final String RANKING = """
            SELECT figure, key, opens, id, at, on_day, customer, home, person, amount, CAST(NULL AS numeric) AS measure, note
            FROM (
                SELECT 'NEW_CUSTOMERS' AS figure, customer::text AS key, 'CUSTOMER' AS opens, customer AS id, first_contact AS at,
                       (first_contact%1$s AS on_day, name AS customer, CAST(NULL AS text) AS home, consultant AS person,
                       CAST(0 AS numeric) AS amount, CAST(NULL AS text) AS note
                FROM people_first_met(:project, :begin, :end)
                UNION ALL
                SELECT 'RECEPTIONS', v.visit::text, 'CUSTOMER', v.customer, v.at, (v.at%1$s, p.name, NULL, v.receiver, 0, v.reason
                FROM reported_visit v %2$s
                WHERE v.project = :project AND v.at >= :begin AND v.at < :end
                UNION ALL
                SELECT counted.figure, d.deal::text, 'DEAL', d.deal, s.at, (s.at%1$s, p.name, d.home, d.consultant,
                       coalesce(d.total, 0), d.ticket
                FROM reported_step s
                JOIN (VALUES ('DEPOSITED', 'DEPOSITS'), ('CONTRACTED', 'CONTRACTS'), ('FILED', 'FILINGS'), ('REFUNDED', 'REFUNDS'))
                    counted (step, figure) ON counted.step = s.step
                JOIN reported_deal d ON d.deal = s.deal %3$s
                WHERE s.project = :project AND s.at >= :begin AND s.at < :end
                UNION ALL
                SELECT 'COLLECTED', m.entry::text, 'DEAL', m.deal, m.counts_on::timestamp AT TIME ZONE 'Asia/Shanghai', m.counts_on,
                       p.name, d.home, d.consultant, m.amount, m.receipt
                FROM reported_money m LEFT JOIN reported_deal d ON d.deal = m.deal %3$s
                WHERE m.project = :project AND m.counts_on BETWEEN :from AND :to
                UNION ALL
                SELECT 'COMMISSION', s.commission::text || '/' || s.seq || '/' || s.nth, 'DEAL', s.deal, s.at, (s.at%1$s, p.name,
                       d.home, s.consultant, s.amount, NULL
                FROM reported_share s LEFT JOIN reported_deal d ON d.deal = s.deal %3$s
                WHERE s.project = :project AND s.at >= :begin AND s.at < :end) done""".formatted(OFFICE_DAY, person("v"), person("d"));

    static final String NOT_BUYING = """
            SELECT 'GIVEN_UP' AS figure, l.loss::text AS key, 'CUSTOMER' AS opens, l.customer AS id, l.at, (l.at%1$s AS on_day,
                   p.name AS customer, CAST(NULL AS text) AS home, l.person, l.objection AS reason, CAST(0 AS numeric) AS amount,
                   CAST(NULL AS numeric) AS measure, l.objection AS note
            FROM reported_loss l %2$s
            WHERE l.project = :project AND l.at >= :begin AND l.at < :end""".formatted(OFFICE_DAY, person("l"));

    /// Of the records of one person the dossier that says most counts (CUS-3, CUS-4).
    static final String DOSSIERS = """
            SELECT CASE WHEN coalesce(d.filled, 0) = 0 THEN 'DOSSIER_EMPTY' WHEN d.filled >= d.asked THEN 'DOSSIER_WHOLE'
                        WHEN 2 * d.filled >= d.asked THEN 'DOSSIER_HALF' ELSE 'DOSSIER_BEGUN' END AS figure,
                   p.customer::text AS key, 'CUSTOMER' AS opens, p.customer AS id, p.first_contact AS at,
                   (p.first_contact%1$s AS on_day, p.name AS customer, CAST(NULL AS text) AS home, p.consultant AS person,
                   p.channel, CAST(0 AS numeric) AS amount,
                   round(100.0 * coalesce(d.filled, 0) / coalesce(nullif(d.asked, 0), 1), 1) AS measure,
                   d.filled || '/' || d.asked AS note
            FROM people_first_met(:project, :begin, :end) p
            LEFT JOIN LATERAL (
                SELECT d.filled, d.asked FROM reported_record r JOIN reported_dossier d ON d.record = r.record AND d.project = :project
                WHERE r.customer = p.customer ORDER BY d.filled DESC, d.asked, d.record LIMIT 1) d ON true""".formatted(OFFICE_DAY);

    static final String RECEPTION = """
            SELECT v.reason AS figure, v.visit::text AS key, 'CUSTOMER' AS opens, v.customer AS id, v.at, (v.at%1$s AS on_day,
                   p.name AS customer, CAST(NULL AS text) AS home, v.receiver AS person, CAST(0 AS numeric) AS amount,
                   CAST(NULL AS numeric) AS measure, v.owner AS note
            FROM reported_visit v %2$s
            WHERE v.project = :project AND v.at >= :begin AND v.at < :end""".formatted(OFFICE_DAY, person("v"));

    static final String ENDINGS = """
            SELECT d.ended_as AS figure, d.deal::text AS key, 'DEAL' AS opens, d.deal AS id, d.ended_at AS at,
                   (d.ended_at%1$s AS on_day, p.name AS customer, d.home, d.consultant AS person,
                   coalesce(nullif(d.category, ''), d.end_reason) AS reason, coalesce(d.kept, 0) AS amount,
                   CAST(NULL AS numeric) AS measure, d.end_reason AS note
            FROM reported_deal d %2$s
            WHERE d.project = :project AND d.ended_at >= :begin AND d.ended_at < :end""".formatted(OFFICE_DAY, person("d"));

    static final String APPROVALS = """
            SELECT coalesce(a.outcome, 'RUNNING') AS figure, a.approval::text AS key, 'APPROVAL' AS opens, a.approval AS id,
                   coalesce(a.ended_at, a.opened_at) AS at, (coalesce(a.ended_at, a.opened_at)%1$s AS on_day, p.name AS customer,
                   d.home, a.applicant AS person, a.form, CAST(0 AS numeric) AS amount,
                   round(extract(epoch FROM a.ended_at - a.opened_at) / 3600, 2) AS measure, a.form AS note
            FROM reported_approval a LEFT JOIN reported_deal d ON d.deal = a.deal %2$s
            WHERE a.project = :project AND (a.ended_at IS NULL OR a.ended_at >= :begin AND a.ended_at < :end)""".formatted(OFFICE_DAY, person("d"));
}
