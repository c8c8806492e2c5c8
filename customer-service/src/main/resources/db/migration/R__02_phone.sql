-- Phones that count, as lists look for them: by the last four digits, or whether somebody has one at all (CUS-9, CUS-10); and as files are
-- held against them: by the whole number (CUS-8).
CREATE OR REPLACE VIEW live_phone AS SELECT customer, project, ending, fingerprint FROM known_phone WHERE retired_at IS NULL;

-- The phone by which a customer is called first: of two records that were merged, one of those of the record that stayed.
CREATE OR REPLACE VIEW first_phone AS
SELECT DISTINCT ON (customer) customer, id, phone FROM known_phone WHERE retired_at IS NULL ORDER BY customer, record <> customer, id;
