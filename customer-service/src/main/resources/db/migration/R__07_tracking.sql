-- When somebody of the office had to do with a customer: registered, received, or followed up.
CREATE OR REPLACE VIEW customer_contact AS
SELECT id AS customer, registered_at AS at FROM customer
UNION ALL SELECT customer, received_at FROM visit
UNION ALL SELECT customer, done_at FROM follow_up WHERE done_at IS NOT NULL;

-- REC-4, REC-6: follow-ups that have taken place (what was said is sealed).
CREATE OR REPLACE VIEW done_follow_up AS
SELECT id, customer, project, done_by, done_at, said FROM follow_up WHERE state = 'DONE';

-- CUS-9: who has a deal on a unit that goes on, by the unit's id or label.
CREATE OR REPLACE VIEW unit_customer AS
SELECT coalesce(c.merged_into, c.id) AS customer, d.project, d.unit, d.home
FROM deal_progress d JOIN customer c ON c.id = d.customer WHERE d.ended_at IS NULL;

-- CUS-3: the record under which a deal was begun.
CREATE OR REPLACE VIEW deal_record AS SELECT deal, customer AS record FROM deal_progress;
