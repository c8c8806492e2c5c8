-- COL-1: each line that counts, with what was paid on it.
DROP VIEW IF EXISTS amount_due;
CREATE VIEW amount_due AS
SELECT l.id, l.deal, l.position, l.label, l.due_on, l.due_after, l.amount,
       coalesce((SELECT sum(a.amount) FROM allocation a JOIN receipt r ON r.id = a.receipt
                 WHERE a.schedule_line = l.id AND r.state = 'VALID'), 0) AS paid
FROM schedule_line l WHERE l.replaced_at IS NULL;

-- AOF-1: the same at a moment, of one deal.
CREATE OR REPLACE FUNCTION amount_due_as_of(its uuid, moment timestamptz) RETURNS TABLE (due_on date, amount numeric, paid numeric)
LANGUAGE sql STABLE AS $$
    SELECT l.due_on, l.amount,
           coalesce((SELECT sum(a.amount) FROM allocation a CROSS JOIN LATERAL receipt_as_of(a.receipt, $2) r
                     WHERE a.schedule_line = l.id AND a.recorded_at <= $2 AND r.state = 'VALID'), 0)
    FROM schedule_line_as_of($1, $2) l WHERE l.replaced_at IS NULL
$$;

-- AOF-1: a deal as it stood, with its money: what had come in and not gone back, what was owed back, what was due by its schedule.
CREATE OR REPLACE FUNCTION deal_stood(its uuid, moment timestamptz)
RETURNS TABLE (deal uuid, project text, ticket text, stage text, stage_since timestamptz, customer uuid, consultant text, unit uuid,
               home text, buyers text, total numeric, deposits numeric, change text, due numeric, overdue numeric, paid numeric,
               received numeric, owed_back numeric)
LANGUAGE sql STABLE AS $$
    SELECT d.id, d.project, d.ticket, d.stage, d.stage_since, d.customer, d.consultant, l.unit, l.home,
           coalesce((SELECT string_agg(b.name_masked, '、' ORDER BY b.position) FROM buyer_as_of($1, $2) b WHERE b.replaced_at IS NULL),
                    customer_name(d.customer)),
           coalesce(d.total, l.listed), d.deposit_total, d.open_change_form,
           coalesce(s.due, 0), coalesce(s.overdue, 0), coalesce(s.paid, d.deposit_total), coalesce(m.received, 0), coalesce(m.owed_back, 0)
    FROM deal_as_of($1, $2) d
    CROSS JOIN LATERAL (SELECT (array_agg(l.unit) FILTER (WHERE l.kind = 'HOME'))[1] AS unit, max(l.label) FILTER (WHERE l.kind = 'HOME') AS home,
                               sum(l.list_total) AS listed FROM deal_line_as_of($1, $2) l) l
    CROSS JOIN LATERAL (SELECT sum(a.amount - a.paid) FILTER (WHERE a.due_on <= t.today) AS due,
                               sum(a.amount - a.paid) FILTER (WHERE a.due_on < t.today) AS overdue, sum(a.paid) AS paid
                        FROM amount_due_as_of($1, $2) a CROSS JOIN (SELECT ($2 AT TIME ZONE 'Asia/Shanghai')::date AS today) t) s
    CROSS JOIN LATERAL (SELECT sum(p.debit - p.credit) FILTER (WHERE p.account IN ('CASH', 'POS', 'SUPERVISED_BANK')) AS received,
                               sum(p.credit - p.debit) FILTER (WHERE p.account = 'REFUNDS_PAYABLE') AS owed_back
                        FROM posting p JOIN ledger_entry e ON e.id = p.entry WHERE p.deal = $1 AND e.recorded_at <= $2) m
$$;
