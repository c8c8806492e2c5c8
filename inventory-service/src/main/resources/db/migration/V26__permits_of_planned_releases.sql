-- INV-8, INV-14: the permit of a release that is not open yet can be corrected, with a reason. The last correction stands here, each
-- one in the audit.
ALTER TABLE release ADD permit_before text, ADD permit_corrected_by text, ADD permit_corrected_at timestamptz, ADD permit_corrected_for text;
ALTER TABLE release ADD CONSTRAINT release_permit_corrected
    CHECK (num_nulls(permit_before, permit_corrected_by, permit_corrected_at, nullif(permit_corrected_for, '')) IN (0, 4));

CREATE FUNCTION release_permit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'INV-14 the permit of a release that is % stands', OLD.state USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER release_permit_stays BEFORE UPDATE ON release FOR EACH ROW
    WHEN (OLD.permit <> NEW.permit AND OLD.state NOT IN ('PLANNED', 'BLOCKED')) EXECUTE FUNCTION release_permit_stays();

-- For the gauge.
CREATE INDEX release_is_blocked ON release (id) WHERE state = 'BLOCKED';

-- INV-13: nobody is called to choose from what is not on sale.
CREATE FUNCTION opening_day_starts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM release WHERE id = NEW.release AND state = 'OPEN') THEN
        RAISE EXCEPTION 'INV-13 the release of opening day % is not open', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opening_day_starts BEFORE UPDATE ON opening_day FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND NEW.state = 'RUNNING') EXECUTE FUNCTION opening_day_starts();
