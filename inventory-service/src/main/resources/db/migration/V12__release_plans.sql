-- INV-8, INV-14: a release may be planned for a moment; it then opens by the clock of the database, by hand before, or never.
ALTER TABLE release ADD state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('PLANNED', 'BLOCKED', 'OPEN', 'WITHDRAWN'));
ALTER TABLE release ADD units int;
ALTER TABLE release ADD opened_by text;
ALTER TABLE release ADD blocked_at timestamptz;
ALTER TABLE release ADD obstacles jsonb;
ALTER TABLE release ADD withdrawn_at timestamptz;
ALTER TABLE release ADD withdrawn_by text;
ALTER TABLE release ADD withdrawn_for text;
UPDATE release SET opened_by = person, units = (SELECT count(*) FROM release_unit u WHERE u.release = release.id);
ALTER TABLE release ALTER state DROP DEFAULT, ALTER units SET NOT NULL;
COMMENT ON COLUMN release.opens_at IS 'By the clock of the database, as opened_at';
COMMENT ON COLUMN release.opened_by IS 'Who opened it by hand; absent where its moment did';
COMMENT ON COLUMN release.obstacles IS 'INV-6: what was not valid at its moment';
ALTER TABLE release ADD CONSTRAINT release_not_before_its_moment
    CHECK (opened_at IS NULL OR opened_by IS NOT NULL OR opened_at >= opens_at);
ALTER TABLE release ADD CONSTRAINT release_open CHECK ((state = 'OPEN') = (opened_at IS NOT NULL));
ALTER TABLE release ADD CONSTRAINT release_blocked CHECK (state <> 'BLOCKED' OR blocked_at IS NOT NULL AND obstacles IS NOT NULL);
ALTER TABLE release ADD CONSTRAINT release_withdrawn
    CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL AND withdrawn_by IS NOT NULL AND withdrawn_for <> ''));
CREATE INDEX release_of_project ON release (project, id);
CREATE INDEX release_due ON release (opens_at) WHERE state = 'PLANNED';

CREATE FUNCTION release_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'PLANNED>OPEN', 'PLANNED>BLOCKED', 'PLANNED>WITHDRAWN', 'BLOCKED>OPEN', 'BLOCKED>WITHDRAWN']) THEN
        RAISE EXCEPTION 'INV-14 no release goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER release_moves BEFORE UPDATE ON release FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION release_moves();

-- INV-8: a unit is in one release at most, planned or open; a withdrawn one lets go of it and stays on record.
ALTER TABLE release_unit ADD withdrawn boolean NOT NULL DEFAULT false;
DROP INDEX release_of_unit;
CREATE UNIQUE INDEX release_of_unit ON release_unit (unit) WHERE NOT withdrawn;

DROP TRIGGER release_unit_append_only ON release_unit;
CREATE FUNCTION release_unit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.release = OLD.release AND NEW.unit = OLD.unit AND NEW.withdrawn AND NOT OLD.withdrawn THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'release_unit is only ever added to, or withdrawn' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER release_unit_stays BEFORE UPDATE OR DELETE ON release_unit FOR EACH ROW EXECUTE FUNCTION release_unit_stays();
