-- INV-8: a replica that waits with a release for its moment gives way to a command on it, which takes this lock before it locks the row.
-- Whoever has the lock first decides: before the moment the command, from then on the moment.
CREATE FUNCTION command_on_release(its_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended('command on release ' || its_id, 0)
$$;

-- Looks without keeping the lock.
CREATE FUNCTION release_is_undisturbed(its_id uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF pg_try_advisory_lock(command_on_release(its_id)) THEN
        RETURN pg_advisory_unlock(command_on_release(its_id));
    END IF;
    RETURN false;
END $$;

-- Waits until the moment; false as soon as a command wants the release. Once true, commands wait for the end of the transaction.
CREATE FUNCTION await_release(its_id uuid, its_moment timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    WHILE clock_timestamp() < its_moment LOOP
        IF NOT release_is_undisturbed(its_id) THEN
            RETURN false;
        END IF;
        PERFORM pg_sleep(least(0.1, extract(epoch FROM its_moment - clock_timestamp())));
    END LOOP;
    RETURN pg_try_advisory_xact_lock(command_on_release(its_id));
END $$;

-- INV-13: when the calls of a running day were last looked at, by the clock of the database. Time in which nobody looked is time in
-- which nobody could appear. Rewritten each second and no record: not audited.
CREATE TABLE opening_day_look (
    day uuid        PRIMARY KEY REFERENCES opening_day,
    at  timestamptz NOT NULL
) WITH (fillfactor = 50);
