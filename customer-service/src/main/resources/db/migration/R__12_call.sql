-- REC-4, REC-6: calls whose caller is a customer (what they wanted is sealed).
CREATE OR REPLACE VIEW customers_call AS
SELECT id, customer, project, taken_by, started_at, intent FROM phone_call WHERE customer IS NOT NULL;
