-- REF-2: what each customer does for a living; a dossier that knows better takes this view's place.
CREATE OR REPLACE VIEW known_profession AS
SELECT DISTINCT ON (r.customer) r.customer, r.project, r.owner, p.profession
FROM customer_profession p JOIN standing_record r ON r.record = p.customer
ORDER BY r.customer, p.id DESC;
