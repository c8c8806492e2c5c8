-- CUS-4: which fields of each customer who stands say something, those of the records that went into theirs and those kept with the customer too.
CREATE OR REPLACE VIEW filled_dossier AS
SELECT c.id AS customer, c.project, c.owner,
       coalesce(d.filled, '{}') || CASE WHEN c.gender IS NOT NULL THEN '{gender}'::text[] ELSE '{}' END
       || CASE WHEN EXISTS (SELECT 1 FROM known_phone p WHERE p.customer = c.id AND p.retired_at IS NULL) THEN '{mobile}'::text[] ELSE '{}' END AS filled
FROM customer c
LEFT JOIN (
    SELECT o.project, r.customer, array_agg(DISTINCT one.field) AS filled
    FROM dossier o JOIN standing_record r ON r.record = o.customer CROSS JOIN LATERAL unnest(o.filled) one (field)
    GROUP BY o.project, r.customer) d ON d.customer = c.id AND d.project = c.project
WHERE c.merged_into IS NULL;

-- CUS-5: the latest value of each field of each customer who stands, sealed, while its key may be used; and how far the customer has come, one
-- stage each.
CREATE OR REPLACE VIEW counted_value AS
SELECT DISTINCT ON (v.project, v.field, r.customer)
       v.project, v.field, r.customer, v.id, v.sealed, k.id AS key, k.wrapped, k.shred_due
FROM dossier_value v JOIN standing_record r ON r.record = v.customer JOIN dossier_key k ON k.id = v.key
ORDER BY v.project, v.field, r.customer, v.id DESC;
