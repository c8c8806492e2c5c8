-- A certificate with the last day on which it counts, where it has one.
DROP VIEW IF EXISTS certificate_listing;
CREATE VIEW certificate_listing AS
SELECT c.id, c.building, c.certificate, c.number, c.valid_from, c.valid_until, c.recorded_by, c.recorded_at,
       r.from_day AS revoked_from, r.reason AS revoked_for, r.person AS revoked_by, r.at AS revoked_at,
       least(c.valid_until, r.from_day - 1) AS last_day
FROM certificate c
LEFT JOIN LATERAL (SELECT * FROM certificate_revocation r WHERE r.certificate = c.id ORDER BY r.from_day LIMIT 1) r ON true;

-- INV-6: all five count on that day.
CREATE OR REPLACE FUNCTION certificates_complete(of_building uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT count(DISTINCT certificate) = 5 FROM certificate_listing
    WHERE building = of_building AND valid_from <= on_day AND (last_day IS NULL OR last_day >= on_day)
$$;

-- INV-14: a release that is open or withdrawn stays so.
CREATE OR REPLACE FUNCTION release_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'PLANNED>OPEN', 'PLANNED>BLOCKED', 'PLANNED>WITHDRAWN', 'BLOCKED>OPEN', 'BLOCKED>WITHDRAWN']) THEN
        RAISE EXCEPTION 'INV-14 no release goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER release_moves BEFORE UPDATE ON release FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION release_moves();

-- INV-8, INV-14: the permit is corrected before the release opens, never after.
CREATE OR REPLACE FUNCTION release_permit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'INV-14 the permit of a release that is % stands', OLD.state USING ERRCODE = 'check_violation';
END $$;
CREATE OR REPLACE TRIGGER release_permit_stays BEFORE UPDATE ON release FOR EACH ROW
    WHEN (OLD.permit <> NEW.permit AND OLD.state NOT IN ('PLANNED', 'BLOCKED')) EXECUTE FUNCTION release_permit_stays();

-- INV-8: units are let go of with their release, and never taken out of it otherwise.
CREATE OR REPLACE FUNCTION release_unit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.release = OLD.release AND NEW.unit = OLD.unit AND NEW.withdrawn AND NOT OLD.withdrawn THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'release_unit is only ever added to, or withdrawn' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER release_unit_stays BEFORE UPDATE OR DELETE ON release_unit FOR EACH ROW EXECUTE FUNCTION release_unit_stays();

-- INV-8: a replica that waits with a release for its moment gives way to a command on it, which takes this lock before it locks the row.
-- Whoever has the lock first decides: before the moment the command, from then on the moment.
CREATE OR REPLACE FUNCTION command_on_release(its_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended('command on release ' || its_id, 0)
$$;

-- Looks without keeping the lock.
CREATE OR REPLACE FUNCTION release_is_undisturbed(its_id uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF pg_try_advisory_lock(command_on_release(its_id)) THEN
        RETURN pg_advisory_unlock(command_on_release(its_id));
    END IF;
    RETURN false;
END $$;

-- Waits until the moment; false as soon as a command wants the release. Once true, commands wait for the end of the transaction.
CREATE OR REPLACE FUNCTION await_release(its_id uuid, its_moment timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    WHILE clock_timestamp() < its_moment LOOP
        IF NOT release_is_undisturbed(its_id) THEN
            RETURN false;
        END IF;
        PERFORM pg_sleep(least(0.1, extract(epoch FROM its_moment - clock_timestamp())));
    END LOOP;
    RETURN pg_try_advisory_xact_lock(command_on_release(its_id));
END $$;

-- A release as it stands, for whoever plans its opening day.
DROP FUNCTION IF EXISTS keep_release;
DROP VIEW IF EXISTS release_standing;
CREATE VIEW release_standing AS SELECT id, project, state FROM release;

-- The same, kept as it is until the transaction ends; whoever comes second hears so at once. A function, as rows of a view are locked by those
-- alone who may alter them through it (SEC-6).
CREATE OR REPLACE FUNCTION keep_release(its_id uuid) RETURNS SETOF release_standing LANGUAGE sql VOLATILE AS $$
    SELECT id, project, state FROM release WHERE id = its_id FOR SHARE NOWAIT
$$;

-- What a release puts on sale, or was to.
DROP VIEW IF EXISTS release_stock;
CREATE VIEW release_stock AS SELECT release, unit FROM release_unit;
