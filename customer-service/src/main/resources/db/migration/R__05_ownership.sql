-- TRK-5: who is nobody's, since when, and whose they were.
CREATE OR REPLACE VIEW pooled_customer AS
SELECT c.id AS customer, c.project, c.intent_grade, c.channel, moved.from_owner, moved.decided_at AS since, moved.pool
FROM customer c
CROSS JOIN LATERAL (
    SELECT from_owner, decided_at, pool FROM owner_change WHERE customer = c.id AND to_owner = '*' ORDER BY id DESC LIMIT 1) moved
WHERE c.owner = '*' AND c.merged_into IS NULL;

-- TRK-5: until when a customer stays where they are; the day may be past.
CREATE OR REPLACE VIEW locked_customer AS
SELECT coalesce(c.merged_into, c.id) AS customer, l.project, max(l.until_on) AS until_on
FROM pool_lock l JOIN customer c ON c.id = l.customer WHERE l.state = 'LOCKED' GROUP BY coalesce(c.merged_into, c.id), l.project;

-- REC-6: how a customer changed hands, without the reason; who came in as nobody's has not changed hands (CUS-8).
CREATE OR REPLACE VIEW changed_owner AS
SELECT id, customer, project, from_owner, to_owner, kind, decided_by, decided_at FROM owner_change
WHERE from_owner <> to_owner;
