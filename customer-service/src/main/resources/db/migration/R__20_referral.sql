-- REF-1: the introducers of a customer, the nearest first, by the records that stand for them. However the data came about, it ends.
CREATE OR REPLACE FUNCTION introducers(of_customer uuid) RETURNS TABLE (customer uuid, depth int) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT coalesce(c.merged_into, c.id) AS customer, 0 AS depth, ARRAY[coalesce(c.merged_into, c.id)] AS path
        FROM customer c WHERE c.id = of_customer
        UNION ALL
        SELECT coalesce(i.merged_into, i.id), chain.depth + 1, chain.path || coalesce(i.merged_into, i.id)
        FROM chain
        JOIN customer c ON c.id = chain.customer
        JOIN customer i ON i.id = c.introduced_by
        WHERE coalesce(i.merged_into, i.id) <> ALL (chain.path))
    SELECT chain.customer, chain.depth FROM chain WHERE chain.depth > 0
$$;

-- REF-1: all who came through a customer, each once. Who stands for several records came through whom their own record says.
CREATE OR REPLACE FUNCTION introduced(by_customer uuid) RETURNS TABLE (customer uuid, through uuid, depth int) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT coalesce(c.merged_into, c.id) AS customer, NULL::uuid AS through, 0 AS depth, ARRAY[coalesce(c.merged_into, c.id)] AS path
        FROM customer c WHERE c.id = by_customer
        UNION ALL
        SELECT k.id, chain.customer, chain.depth + 1, chain.path || k.id
        FROM chain
        CROSS JOIN LATERAL (
            SELECT chain.customer AS id UNION ALL SELECT m.id FROM customer m WHERE m.merged_into = chain.customer) record
        JOIN customer k ON k.introduced_by = record.id AND k.merged_into IS NULL
        WHERE k.id <> ALL (chain.path))
    SELECT DISTINCT ON (chain.customer) chain.customer, chain.through, chain.depth
    FROM chain WHERE chain.depth > 0 ORDER BY chain.customer, chain.depth
$$;

-- REF-1: how many came through each who brought anybody, directly or not.
CREATE OR REPLACE VIEW introducer AS
WITH RECURSIVE link AS (
    SELECT coalesce(i.merged_into, i.id) AS introducer, c.id AS customer
    FROM customer c JOIN customer i ON i.id = c.introduced_by
    WHERE c.merged_into IS NULL AND coalesce(i.merged_into, i.id) <> c.id
), pair AS (
    SELECT introducer, customer FROM link
    UNION
    SELECT pair.introducer, link.customer FROM pair JOIN link ON link.introducer = pair.customer WHERE link.customer <> pair.introducer)
SELECT c.project, c.owner, c.id AS customer, count(*) AS brought
FROM pair JOIN customer c ON c.id = pair.introducer GROUP BY c.id;

-- REF-1: nobody has come through themselves. The commands say so in words; this is the last guard, at the end of each transaction that
-- changes who brought whom or who is the same person.
CREATE OR REPLACE FUNCTION refuse_loop_of_introductions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    standing uuid := coalesce(NEW.merged_into, NEW.id);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('introductions ' || NEW.project, 0));
    IF EXISTS (
        SELECT 1 FROM customer c JOIN customer i ON i.id = c.introduced_by
        WHERE c.id = standing
          AND (coalesce(i.merged_into, i.id) = standing
               OR EXISTS (SELECT 1 FROM introduced(standing) k WHERE k.customer = coalesce(i.merged_into, i.id)))) THEN
        RAISE EXCEPTION 'a customer came through themselves' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_is_no_loop';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS customer_introductions ON customer;
CREATE CONSTRAINT TRIGGER customer_introductions AFTER UPDATE OF introduced_by, merged_into ON customer
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.introduced_by IS DISTINCT FROM OLD.introduced_by OR NEW.merged_into IS DISTINCT FROM OLD.merged_into)
    EXECUTE FUNCTION refuse_loop_of_introductions();

-- REF-1: who brought whom, by the records that stand for them.
CREATE OR REPLACE VIEW introduction AS
SELECT c.id AS customer, c.project, c.registered_at, coalesce(i.merged_into, i.id) AS introducer
FROM customer c JOIN customer i ON i.id = c.introduced_by WHERE c.merged_into IS NULL;

-- REF-2: what each customer does for a living; a dossier that knows better takes this view's place.
CREATE OR REPLACE VIEW known_profession AS
SELECT DISTINCT ON (r.customer) r.customer, r.project, r.owner, p.profession
FROM customer_profession p JOIN standing_record r ON r.record = p.customer
ORDER BY r.customer, p.id DESC;
