-- When somebody of the office had to do with a customer: registered, received, or followed up.
CREATE OR REPLACE VIEW customer_contact AS
SELECT id AS customer, registered_at AS at FROM customer
UNION ALL SELECT customer, received_at FROM visit
UNION ALL SELECT customer, done_at FROM follow_up WHERE done_at IS NOT NULL;

-- REC-4, REC-6: follow-ups that have taken place (what was said is sealed).
CREATE OR REPLACE VIEW done_follow_up AS
SELECT id, customer, project, done_by, done_at, said FROM follow_up WHERE state = 'DONE';
