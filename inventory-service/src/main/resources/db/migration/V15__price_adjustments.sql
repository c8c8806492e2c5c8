-- INV-2: prices changed by a rule over a selection of units: previewed, then applied at once or planned for a moment.
CREATE TABLE price_adjustment (
    id             uuid           PRIMARY KEY,
    project        text           NOT NULL REFERENCES project,
    state          text           NOT NULL CHECK (state IN ('PREVIEWED', 'PLANNED', 'APPLIED', 'WITHDRAWN', 'LAPSED')),
    selection      text           NOT NULL,
    rule           text           NOT NULL,
    effective_at   timestamptz,
    units          int            NOT NULL DEFAULT 0,
    left_out       int            NOT NULL DEFAULT 0,
    below_floor    int            NOT NULL DEFAULT 0,
    total_before   numeric(18, 2) NOT NULL DEFAULT 0,
    total_after    numeric(18, 2) NOT NULL DEFAULT 0,
    previewed_by   text           NOT NULL,
    previewed_at   timestamptz    NOT NULL,
    reason         text,
    decided_by     text,
    decided_at     timestamptz,
    applied_at     timestamptz,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    withdrawn_for  text,
    CHECK ((state IN ('PLANNED', 'APPLIED', 'WITHDRAWN')) = (decided_at IS NOT NULL)),
    CHECK ((decided_at IS NULL) = (reason IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    CHECK ((state = 'APPLIED') = (applied_at IS NOT NULL)),
    CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CHECK (state <> 'PLANNED' OR effective_at IS NOT NULL)
);
COMMENT ON COLUMN price_adjustment.effective_at IS 'By the clock of the database, as applied_at; the other times are of the clock of the
office';
COMMENT ON COLUMN price_adjustment.left_out IS 'How many are left out, at the preview and when it took effect';
CREATE INDEX price_adjustment_of ON price_adjustment (project, id);
CREATE INDEX price_adjustment_planned ON price_adjustment (effective_at) WHERE state = 'PLANNED';
SELECT audited('price_adjustment');

-- The new price of each unit, and the one that it rests on.
CREATE TABLE price_adjustment_unit (
    adjustment        uuid           NOT NULL REFERENCES price_adjustment,
    unit              uuid           NOT NULL REFERENCES unit,
    area              uuid           NOT NULL,
    basis             text           NOT NULL,
    unit_price_before numeric(14, 2) NOT NULL,
    list_total_before numeric(14, 2) NOT NULL,
    unit_price        numeric(14, 2) NOT NULL CHECK (unit_price > 0),
    list_total        numeric(14, 2) NOT NULL CHECK (list_total > 0),
    below_floor       boolean        NOT NULL,
    PRIMARY KEY (adjustment, unit)
);
CREATE INDEX price_adjustment_unit_of ON price_adjustment_unit (unit);
CREATE TABLE price_adjustment_left_out (
    adjustment uuid NOT NULL REFERENCES price_adjustment,
    unit       uuid NOT NULL REFERENCES unit,
    reason     text NOT NULL CHECK (reason IN ('SOLD', 'PRICE_STAYS', 'FLOOR_IS_NO_NUMBER', 'PRICE_NOT_POSSIBLE',
                                               'PRICE_HAS_CHANGED', 'BELOW_FLOOR_PRICE')),
    PRIMARY KEY (adjustment, unit)
);

-- A preview may be forgotten; what was decided stays as it was.
CREATE FUNCTION decided_adjustment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM price_adjustment WHERE id = OLD.adjustment
                                   AND state NOT IN ('PREVIEWED', 'LAPSED')) THEN
        RAISE EXCEPTION 'INV-2 a price adjustment that was decided stays as it was' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER price_adjustment_unit_stays BEFORE UPDATE OR DELETE ON price_adjustment_unit
    FOR EACH ROW EXECUTE FUNCTION decided_adjustment_stays();
CREATE TRIGGER price_adjustment_left_out_stays BEFORE UPDATE OR DELETE ON price_adjustment_left_out
    FOR EACH ROW EXECUTE FUNCTION decided_adjustment_stays();

ALTER TABLE unit_price ADD adjustment uuid REFERENCES price_adjustment;
COMMENT ON COLUMN unit_price.adjustment IS 'INV-2: the adjustment that made this price';
CREATE INDEX unit_price_of_adjustment ON unit_price (adjustment) WHERE adjustment IS NOT NULL;
