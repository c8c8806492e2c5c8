-- What reports read: the generation that counts, and of each record the person that it stands for.
CREATE OR REPLACE FUNCTION current_generation() RETURNS int LANGUAGE sql STABLE AS $$ SELECT number FROM generation WHERE state = 'CURRENT' $$;

-- CUS-3: which person a record is of.
CREATE OR REPLACE VIEW reported_record AS
SELECT customer AS record, project, standing AS customer, registered_at, first_contact FROM seen_customer
WHERE generation = (SELECT current_generation());

-- CUS-3: a person, however many records there were of them; the earliest says by which channel and to whom they came first. Each
-- is looked up, so that whoever asks about a month reads nobody else.
CREATE OR REPLACE FUNCTION reported_person(of_project text, person uuid)
RETURNS TABLE (customer uuid, first_contact timestamptz, channel text, consultant text, name text, brought_by text) LANGUAGE sql STABLE AS $$
SELECT $2, min(c.first_contact), (array_agg(c.channel ORDER BY c.registered_at, c.customer))[1],
       (array_agg(c.first_owner ORDER BY c.registered_at, c.customer))[1], (array_agg(c.name ORDER BY c.customer <> $2, c.customer))[1],
       (array_agg(nullif(concat_ws(' · ', c.broker, c.registration), '') ORDER BY c.registered_at, c.customer))[1]
FROM seen_customer c
WHERE c.generation = (SELECT current_generation()) AND c.project = $1 AND c.standing = $2 AND c.registered_at IS NOT NULL
HAVING count(*) > 0 $$;

-- Whose first contact lies in a period, its end not in it: one of their records has it.
CREATE OR REPLACE FUNCTION people_first_met(of_project text, since timestamptz, until timestamptz)
RETURNS TABLE (customer uuid, first_contact timestamptz, channel text, consultant text, name text, brought_by text) LANGUAGE sql STABLE AS $$
SELECT p.customer, p.first_contact, p.channel, p.consultant, p.name, p.brought_by
FROM (SELECT DISTINCT c.standing FROM seen_customer c
      WHERE c.generation = (SELECT current_generation()) AND c.project = $1 AND c.first_contact >= $2 AND c.first_contact < $3
        AND c.registered_at IS NOT NULL) met
CROSS JOIN LATERAL reported_person($1, met.standing) p
WHERE p.first_contact >= $2 AND p.first_contact < $3 $$;

-- What stands for a record is looked up for each, never joined: a list of a month would read the customers of all projects.
CREATE OR REPLACE VIEW reported_visit AS
SELECT v.visit, v.project, coalesce((SELECT c.standing FROM seen_customer c WHERE c.generation = v.generation AND c.customer = v.customer),
                                    v.customer) AS customer, v.at, v.receiver, v.owner, v.reason, v.customer AS record
FROM seen_visit v WHERE v.generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_loss AS
SELECT l.loss, l.project, coalesce((SELECT c.standing FROM seen_customer c WHERE c.generation = l.generation AND c.customer = l.customer),
                                   l.customer) AS customer, l.at, l.objection, l.person
FROM seen_loss l WHERE l.generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_dossier AS
SELECT project, customer AS record, filled, asked FROM seen_dossier WHERE generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_deal AS
SELECT d.deal, d.project, coalesce((SELECT c.standing FROM seen_customer c WHERE c.generation = d.generation AND c.customer = d.customer),
                                   d.customer) AS customer, d.consultant, d.ticket, d.unit,
       coalesce((SELECT u.label FROM seen_unit u WHERE u.generation = d.generation AND u.unit = d.unit), d.home) AS home, d.total,
       d.predecessor, d.ticket_at, d.deposit_at, d.contract_at, d.filed_at, d.ended_at, d.ended_as, d.end_reason, d.received, d.kept,
       (SELECT r.category FROM seen_request r WHERE r.generation = d.generation AND r.request = d.request) AS category, d.customer AS record
FROM seen_deal d WHERE d.generation = (SELECT current_generation());

-- What has become of deals, each step at its moment.
CREATE OR REPLACE VIEW reported_step AS
SELECT deal, project, 'TICKETED' AS step, ticket_at AS at FROM seen_deal WHERE generation = (SELECT current_generation())
UNION ALL SELECT deal, project, 'DEPOSITED', deposit_at FROM seen_deal WHERE generation = (SELECT current_generation())
UNION ALL SELECT deal, project, 'CONTRACTED', contract_at FROM seen_deal WHERE generation = (SELECT current_generation())
UNION ALL SELECT deal, project, 'FILED', filed_at FROM seen_deal WHERE generation = (SELECT current_generation())
UNION ALL SELECT deal, project, ended_as, ended_at FROM seen_deal WHERE generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_unit AS
SELECT unit, project, label, building, layout, product_type, state, released_at,
       CASE WHEN state IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED') THEN sold_at END AS sold_at
FROM seen_unit WHERE generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_money AS
SELECT entry, project, deal, counts_on, what, receipt, amount FROM seen_money WHERE generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_due AS
SELECT deal, line, project, label, due_on, amount, paid FROM seen_due WHERE generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_approval AS
SELECT approval, project, deal, form, applicant, opened_at, ended_at, outcome FROM seen_approval
WHERE generation = (SELECT current_generation()) AND opened_at IS NOT NULL;

CREATE OR REPLACE VIEW reported_share AS
SELECT commission, seq, nth, project, deal, at, consultant, amount FROM seen_share WHERE generation = (SELECT current_generation());
