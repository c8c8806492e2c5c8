-- CUS-9, CUS-3: which tags stand with each customer, those of records that went into theirs too.
CREATE OR REPLACE VIEW tagged_customer AS
SELECT DISTINCT coalesce(c.merged_into, c.id) AS customer, t.tag
FROM tagging t JOIN customer c ON c.id = t.customer WHERE t.removed_at IS NULL;
