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

-- As many of these ids, from the first one on.
CREATE OR REPLACE FUNCTION first_of(ids uuid[], most int) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$ SELECT ids[1:most] $$;

-- The planner takes a table that was empty a moment ago for an empty one, and what is held against 100,000 rows then walks them all for each.
-- In the owner's name, who alone may count a table (SEC-6).
CREATE OR REPLACE FUNCTION weigh(filled regclass) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE format('ANALYZE %s', filled);
END $$;
