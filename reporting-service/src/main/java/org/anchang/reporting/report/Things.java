package org.anchang.reporting.report;

/// What each report counts, thing by thing. Columns of all: `figure`, `key` (unique within the figure),
/// `opens` and `id` (the page that shows it), `at`, `on_day`, `customer` (masked), `home`, `person`,
/// `amount`, `measure`, `note`; besides the columns by which it is parted.
final class Things {
    private Things() {}

    private static final String OFFICE_DAY = " AT TIME ZONE 'Asia/Shanghai')::date";

    static final String FUNNEL_COHORT = """
            WITH person AS (
                SELECT * FROM reported_person
                WHERE project = :project AND first_contact >= :begin AND first_contact < :end),
            visit AS (
                SELECT customer, min(at) AS first, (array_agg(at ORDER BY at, visit))[2] AS second
                FROM reported_visit WHERE project = :project GROUP BY customer),
            deal AS (
                SELECT customer, min(ticket_at) AS ticket, min(deposit_at) AS deposit, min(contract_at) AS contract,
                       min(filed_at) AS filed
                FROM reported_deal WHERE project = :project GROUP BY customer)
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
                FROM reported_person WHERE project = :project
                UNION ALL
                SELECT CASE nth WHEN 1 THEN 'VISITED' ELSE 'REVISITED' END, v.visit::text, 'CUSTOMER', v.customer, v.at, p.name, NULL,
                       v.owner, p.channel, 0, p.brought_by
                FROM (SELECT *, row_number() OVER (PARTITION BY customer ORDER BY at, visit) AS nth
                      FROM reported_visit WHERE project = :project) v
                LEFT JOIN reported_person p ON p.project = :project AND p.customer = v.customer
                UNION ALL
                SELECT step.figure, d.deal::text, 'DEAL', d.deal, step.at, p.name, d.home, d.consultant, p.channel,
                       coalesce(d.total, 0), d.ticket
                FROM reported_deal d LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
                CROSS JOIN LATERAL (VALUES ('TICKETED', d.ticket_at), ('DEPOSITED', d.deposit_at), ('CONTRACTED', d.contract_at),
                                           ('FILED', d.filed_at)) step (figure, at)
                WHERE d.project = :project) happened
            WHERE at >= :begin AND at < :end""".formatted(OFFICE_DAY);

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
            LEFT JOIN reported_deal d ON d.deal = m.deal
            LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
            WHERE m.project = :project AND m.counts_on BETWEEN :from AND :to""";

    private static final String DUE = """
            FROM reported_due l
            JOIN reported_deal d ON d.deal = l.deal
            LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
            """;

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
                FROM reported_person WHERE project = :project
                UNION ALL
                SELECT 'RECEPTIONS', v.visit::text, 'CUSTOMER', v.customer, v.at, (v.at%1$s, p.name, NULL, v.receiver, 0, v.reason
                FROM reported_visit v LEFT JOIN reported_person p ON p.project = :project AND p.customer = v.customer
                WHERE v.project = :project
                UNION ALL
                SELECT step.figure, d.deal::text, 'DEAL', d.deal, step.at, (step.at%1$s, p.name, d.home, d.consultant,
                       step.amount, d.ticket
                FROM reported_deal d LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
                CROSS JOIN LATERAL (VALUES
                    ('DEPOSITS', d.deposit_at, coalesce(d.total, 0)), ('CONTRACTS', d.contract_at, coalesce(d.total, 0)),
                    ('FILINGS', d.filed_at, coalesce(d.total, 0)),
                    ('REFUNDS', CASE WHEN d.ended_as = 'REFUNDED' THEN d.ended_at END, coalesce(d.total, 0)))
                    step (figure, at, amount)
                WHERE d.project = :project AND step.at IS NOT NULL
                UNION ALL
                SELECT 'COLLECTED', m.entry::text, 'DEAL', m.deal, m.counts_on::timestamp AT TIME ZONE 'Asia/Shanghai', m.counts_on,
                       p.name, d.home, d.consultant, m.amount, m.receipt
                FROM reported_money m LEFT JOIN reported_deal d ON d.deal = m.deal
                LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
                WHERE m.project = :project
                UNION ALL
                SELECT 'COMMISSION', s.commission::text || '/' || s.seq || '/' || s.nth, 'DEAL', s.deal, s.at, (s.at%1$s, p.name,
                       d.home, s.consultant, s.amount, NULL
                FROM reported_share s LEFT JOIN reported_deal d ON d.deal = s.deal
                LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
                WHERE s.project = :project) done
            WHERE at >= :begin AND at < :end""".formatted(OFFICE_DAY);

    static final String NOT_BUYING = """
            SELECT 'GIVEN_UP' AS figure, l.loss::text AS key, 'CUSTOMER' AS opens, l.customer AS id, l.at, (l.at%1$s AS on_day,
                   p.name AS customer, CAST(NULL AS text) AS home, l.person, l.objection AS reason, CAST(0 AS numeric) AS amount,
                   CAST(NULL AS numeric) AS measure, l.objection AS note
            FROM reported_loss l LEFT JOIN reported_person p ON p.project = :project AND p.customer = l.customer
            WHERE l.project = :project AND l.at >= :begin AND l.at < :end""".formatted(OFFICE_DAY);

    static final String DOSSIERS = """
            SELECT CASE WHEN coalesce(d.filled, 0) = 0 THEN 'DOSSIER_EMPTY' WHEN d.filled >= d.asked THEN 'DOSSIER_WHOLE'
                        WHEN 2 * d.filled >= d.asked THEN 'DOSSIER_HALF' ELSE 'DOSSIER_BEGUN' END AS figure,
                   p.customer::text AS key, 'CUSTOMER' AS opens, p.customer AS id, p.first_contact AS at,
                   (p.first_contact%1$s AS on_day, p.name AS customer, CAST(NULL AS text) AS home, p.consultant AS person,
                   p.channel, CAST(0 AS numeric) AS amount,
                   round(100.0 * coalesce(d.filled, 0) / coalesce(nullif(d.asked, 0), 1), 1) AS measure,
                   d.filled || '/' || d.asked AS note
            FROM reported_person p
            LEFT JOIN reported_dossier d ON d.project = :project AND d.customer = p.customer
            WHERE p.project = :project AND p.first_contact >= :begin AND p.first_contact < :end""".formatted(OFFICE_DAY);

    static final String RECEPTION = """
            SELECT v.reason AS figure, v.visit::text AS key, 'CUSTOMER' AS opens, v.customer AS id, v.at, (v.at%1$s AS on_day,
                   p.name AS customer, CAST(NULL AS text) AS home, v.receiver AS person, CAST(0 AS numeric) AS amount,
                   CAST(NULL AS numeric) AS measure, v.owner AS note
            FROM reported_visit v LEFT JOIN reported_person p ON p.project = :project AND p.customer = v.customer
            WHERE v.project = :project AND v.at >= :begin AND v.at < :end""".formatted(OFFICE_DAY);

    static final String ENDINGS = """
            SELECT d.ended_as AS figure, d.deal::text AS key, 'DEAL' AS opens, d.deal AS id, d.ended_at AS at,
                   (d.ended_at%1$s AS on_day, p.name AS customer, d.home, d.consultant AS person,
                   coalesce(nullif(d.category, ''), d.end_reason) AS reason, coalesce(d.kept, 0) AS amount,
                   CAST(NULL AS numeric) AS measure, d.end_reason AS note
            FROM reported_deal d LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
            WHERE d.project = :project AND d.ended_at >= :begin AND d.ended_at < :end""".formatted(OFFICE_DAY);

    static final String APPROVALS = """
            SELECT coalesce(a.outcome, 'RUNNING') AS figure, a.approval::text AS key, 'APPROVAL' AS opens, a.approval AS id,
                   coalesce(a.ended_at, a.opened_at) AS at, (coalesce(a.ended_at, a.opened_at)%1$s AS on_day, p.name AS customer,
                   d.home, a.applicant AS person, a.form, CAST(0 AS numeric) AS amount,
                   round(extract(epoch FROM a.ended_at - a.opened_at) / 3600, 2) AS measure, a.form AS note
            FROM reported_approval a LEFT JOIN reported_deal d ON d.deal = a.deal
            LEFT JOIN reported_person p ON p.project = :project AND p.customer = d.customer
            WHERE a.project = :project AND (a.ended_at IS NULL OR a.ended_at >= :begin AND a.ended_at < :end)""".formatted(OFFICE_DAY);
}
