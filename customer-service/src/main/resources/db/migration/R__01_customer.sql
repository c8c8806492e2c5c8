-- Customers as lists look for them: those that stand, by what is not sealed.
CREATE OR REPLACE VIEW listed_customer AS
SELECT id, project, owner, channel, intent_grade, bought_at, source FROM customer WHERE merged_into IS NULL;

-- Every number that was given, with whom it leads to (CUS-2, CUS-3).
CREATE OR REPLACE VIEW given_number AS
SELECT n.number, coalesce(c.merged_into, c.id) AS customer FROM customer_number n JOIN customer c ON c.id = n.customer;
