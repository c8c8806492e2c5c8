-- SEC-3: takes a key for this transaction and says what was answered under it. VOLATILE, and two statements: the second one sees what was
-- committed until the lock was had. In one statement a sender that comes in the very moment of the first one's commit would get the lock, miss
-- its answer, and hear a refusal of what was done.
CREATE OR REPLACE FUNCTION idempotency_claim(its_key text, OUT is_ours boolean, OUT fingerprint text, OUT status int, OUT headers text,
                                             OUT body bytea)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    is_ours := pg_try_advisory_xact_lock(hashtextextended(its_key, 0));
    SELECT a.fingerprint, a.status, a.headers, a.body INTO fingerprint, status, headers, body FROM idempotency a WHERE a.key = its_key;
END $$;

-- CUS-3: the record that stands for a customer: their own, or the one it went into.
CREATE OR REPLACE FUNCTION standing_customer(its_customer uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT merged_into FROM known_customer WHERE customer = its_customer), its_customer)
$$;

-- CUS-6: a customer's name, masked; none while nobody has told it.
CREATE OR REPLACE FUNCTION customer_name(its_customer uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT name FROM known_customer WHERE customer = standing_customer(its_customer)
$$;

-- SEC-1: whether the customer is known to be another consultant's, or another project's. Nothing is said against one of whom
-- customer-service has not told yet, so that a hold never waits for an event.
CREATE OR REPLACE FUNCTION customer_is_anothers(its_project text, its_consultant text, its_customer uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM known_customer asked JOIN known_customer k ON k.customer = coalesce(asked.merged_into, asked.customer)
        WHERE asked.customer = its_customer
          AND (k.project <> its_project OR k.owner <> its_consultant
               AND NOT EXISTS (SELECT 1 FROM known_customer m JOIN known_reception r ON r.customer = m.customer AND r.receiver = its_consultant
                               WHERE m.customer = k.customer OR m.merged_into = k.customer)))
$$;

-- As many of these ids, from the first one on.
CREATE OR REPLACE FUNCTION first_of(ids uuid[], most int) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$ SELECT ids[1:most] $$;
