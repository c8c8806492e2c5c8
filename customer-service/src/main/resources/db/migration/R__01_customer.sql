-- Customers as lists look for them: those that stand, by what is not sealed; their names are.
CREATE OR REPLACE VIEW listed_customer AS
SELECT id, project, owner, channel, intent_grade, bought_at, source, number, name, gender, first_consultant, registered_at, broker, registration
FROM customer WHERE merged_into IS NULL;

-- Every number that was given, with whom it leads to (CUS-2, CUS-3).
CREATE OR REPLACE VIEW given_number AS
SELECT n.number, coalesce(c.merged_into, c.id) AS customer FROM customer_number n JOIN customer c ON c.id = n.customer;

-- Each record and the customer who stands for it (CUS-3), and whose it is.
CREATE OR REPLACE VIEW standing_record AS
SELECT id AS record, coalesce(merged_into, id) AS customer, project, owner FROM customer;

-- REC-6: with what each record began.
CREATE OR REPLACE VIEW registered_record AS
SELECT id, project, registered_at, registered_by, first_consultant FROM customer;
