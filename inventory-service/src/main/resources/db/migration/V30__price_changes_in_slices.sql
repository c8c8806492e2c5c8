-- INV-2: a price change of many units takes effect some hundred units at a time, so that nobody waits long for a unit. It is IN_PROGRESS
-- from the first to the last of them; no other change of the project's prices comes in between.
ALTER TABLE price_adjustment DROP CONSTRAINT price_adjustment_state_check, DROP CONSTRAINT price_adjustment_check;
ALTER TABLE price_adjustment ADD CONSTRAINT price_adjustment_state_check
    CHECK (state IN ('PREVIEWED', 'PLANNED', 'IN_PROGRESS', 'APPLIED', 'WITHDRAWN', 'LAPSED'));
ALTER TABLE price_adjustment ADD CONSTRAINT price_adjustment_decided
    CHECK ((state IN ('PLANNED', 'IN_PROGRESS', 'APPLIED', 'WITHDRAWN')) = (decided_at IS NOT NULL));
CREATE INDEX price_adjustment_in_progress ON price_adjustment (project) WHERE state = 'IN_PROGRESS';

CREATE FUNCTION price_adjustment_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'PREVIEWED>PLANNED', 'PREVIEWED>IN_PROGRESS', 'PREVIEWED>APPLIED', 'PREVIEWED>LAPSED',
            'PLANNED>IN_PROGRESS', 'PLANNED>APPLIED', 'PLANNED>WITHDRAWN', 'IN_PROGRESS>APPLIED']) THEN
        RAISE EXCEPTION 'INV-2 no price adjustment goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER price_adjustment_moves BEFORE UPDATE ON price_adjustment FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION price_adjustment_moves();
