-- TRK-5: who is nobody's, since when, and whose they were.
CREATE OR REPLACE VIEW pooled_customer AS
SELECT c.id AS customer, c.project, c.intent_grade, c.channel, moved.from_owner, moved.decided_at AS since
FROM customer c
CROSS JOIN LATERAL (
    SELECT from_owner, decided_at FROM owner_change WHERE customer = c.id AND to_owner = '*' ORDER BY id DESC LIMIT 1) moved
WHERE c.owner = '*' AND c.merged_into IS NULL;

-- REC-6: how a customer changed hands, without the reason.
CREATE OR REPLACE VIEW changed_owner AS
SELECT id, customer, project, from_owner, to_owner, kind, decided_by, decided_at FROM owner_change;
