-- What reports read: the generation that counts, and of each record the person that it stands for.
CREATE OR REPLACE FUNCTION current_generation() RETURNS int LANGUAGE sql STABLE AS $$ SELECT number FROM generation WHERE state = 'CURRENT' $$;

-- CUS-3: a person, however many records there were of them; the earliest says by which channel and to whom they came first.
CREATE OR REPLACE VIEW reported_person AS
SELECT project, standing AS customer, min(first_contact) AS first_contact,
       (array_agg(channel ORDER BY registered_at, customer))[1] AS channel,
       (array_agg(first_owner ORDER BY registered_at, customer))[1] AS consultant,
       (array_agg(name ORDER BY customer <> standing, customer))[1] AS name,
       (array_agg(nullif(concat_ws(' · ', broker, registration), '') ORDER BY registered_at, customer))[1] AS brought_by
FROM seen_customer WHERE generation = (SELECT current_generation()) AND registered_at IS NOT NULL GROUP BY project, standing;

CREATE OR REPLACE VIEW reported_visit AS
SELECT v.visit, v.project, coalesce(c.standing, v.customer) AS customer, v.at, v.receiver, v.owner, v.reason
FROM seen_visit v LEFT JOIN seen_customer c ON c.generation = v.generation AND c.customer = v.customer
WHERE v.generation = (SELECT current_generation());

CREATE OR REPLACE VIEW reported_loss AS
SELECT l.loss, l.project, coalesce(c.standing, l.customer) AS customer, l.at, l.objection, l.person
FROM seen_loss l LEFT JOIN seen_customer c ON c.generation = l.generation AND c.customer = l.customer
WHERE l.generation = (SELECT current_generation());

-- CUS-3, CUS-4: of the records of one person the dossier that says most.
CREATE OR REPLACE VIEW reported_dossier AS
SELECT d.project, coalesce(c.standing, d.customer) AS customer, (array_agg(d.filled ORDER BY d.filled DESC, d.asked, d.customer))[1] AS filled,
       (array_agg(d.asked ORDER BY d.filled DESC, d.asked, d.customer))[1] AS asked
FROM seen_dossier d LEFT JOIN seen_customer c ON c.generation = d.generation AND c.customer = d.customer
WHERE d.generation = (SELECT current_generation()) GROUP BY d.project, coalesce(c.standing, d.customer);

CREATE OR REPLACE VIEW reported_deal AS
SELECT d.deal, d.project, coalesce(c.standing, d.customer) AS customer, d.consultant, d.ticket, d.unit, coalesce(u.label, d.home) AS home, d.total,
       d.predecessor, d.ticket_at, d.deposit_at, d.contract_at, d.filed_at, d.ended_at, d.ended_as, d.end_reason, d.received, d.kept,
       r.category
FROM seen_deal d LEFT JOIN seen_customer c ON c.generation = d.generation AND c.customer = d.customer
LEFT JOIN seen_unit u ON u.generation = d.generation AND u.unit = d.unit
LEFT JOIN seen_request r ON r.generation = d.generation AND r.request = d.request
WHERE d.generation = (SELECT current_generation());

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
