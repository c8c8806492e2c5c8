-- COL-1: each line that counts, with what was paid on it.
DROP VIEW IF EXISTS amount_due;
CREATE VIEW amount_due AS
SELECT l.id, l.deal, l.position, l.label, l.due_on, l.due_after, l.amount,
       coalesce((SELECT sum(a.amount) FROM allocation a JOIN receipt r ON r.id = a.receipt
                 WHERE a.schedule_line = l.id AND r.state = 'VALID'), 0) AS paid
FROM schedule_line l WHERE l.replaced_at IS NULL;
