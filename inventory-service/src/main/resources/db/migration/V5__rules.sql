-- INV-11: a parking space or storage room goes with a home, in its price or with a price of its own.
ALTER TABLE unit ADD attached_apart boolean;
COMMENT ON COLUMN unit.attached_apart IS 'INV-11: whether the attached unit''s price is added to the home''s, or is in it';
ALTER TABLE unit ADD CONSTRAINT unit_attached_with_price CHECK ((attached_to IS NULL) = (attached_apart IS NULL));
ALTER TABLE unit ADD CONSTRAINT unit_attached_kind CHECK (attached_to IS NULL OR product_type IN ('PARKING', 'STORAGE'));
CREATE INDEX unit_attached ON unit (attached_to) WHERE attached_to IS NOT NULL;

CREATE FUNCTION attached_to_a_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.attached_to AND project = NEW.project
                   AND product_type IN ('RESIDENCE', 'SMALL_APARTMENT')) THEN
        RAISE EXCEPTION 'INV-11 a unit is attached to a home of its project' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER unit_attached_to_a_home BEFORE INSERT OR UPDATE OF attached_to ON unit
    FOR EACH ROW WHEN (NEW.attached_to IS NOT NULL) EXECUTE FUNCTION attached_to_a_home();

-- Checked when the statement is through: one statement moves a home and what is attached to it.
CREATE FUNCTION moves_with_its_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM unit a WHERE a.attached_to = NEW.id AND a.state <> NEW.state
               AND NOT (a.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD') AND NEW.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD')))
        OR NEW.attached_to IS NOT NULL AND EXISTS (SELECT 1 FROM unit h WHERE h.id = NEW.attached_to AND h.state <> NEW.state
               AND NOT (h.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD') AND NEW.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD'))) THEN
        RAISE EXCEPTION 'INV-11 % and what it is attached to go different ways', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER unit_moves_with_its_home AFTER UPDATE ON unit
    FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.attached_to IS DISTINCT FROM NEW.attached_to)
    EXECUTE FUNCTION moves_with_its_home();

-- INV-5, INV-11: what a hold took along with the home, at the prices that it froze.
CREATE TABLE hold_attached (
    hold          uuid    NOT NULL REFERENCES hold,
    unit          uuid    NOT NULL REFERENCES unit,
    price_version int     NOT NULL,
    apart         boolean NOT NULL,
    PRIMARY KEY (hold, unit),
    FOREIGN KEY (unit, price_version) REFERENCES unit_price
);
SELECT audited('hold_attached', 'hold');
SELECT append_only('hold_attached');

-- A unit as it stands: with its price, who holds it (an attached one goes with its home) and why it is withheld.
CREATE OR REPLACE VIEW unit_listing AS
SELECT u.id, u.project, u.building, b.name AS building_name, u.section, u.floor, u.room, u.label, u.product_type, u.layout,
       u.attached_to, u.state, u.open_change, u.open_request, u.version,
       u.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       h.id AS hold, h.consultant AS held_by, h.customer AS held_for, h.expires_at AS held_until, h.deal,
       w.reason AS withheld_for, u.attached_apart
FROM unit u
JOIN building b ON b.id = u.building
JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
JOIN unit_area a ON a.id = p.area
LEFT JOIN hold h ON h.unit = coalesce(u.attached_to, u.id) AND h.ended_at IS NULL
LEFT JOIN withholding w ON w.unit = u.id AND w.ended_at IS NULL;

-- INV-12: a price list that names no floor price leaves the one that counts.
CREATE FUNCTION keep_floor_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.floor_price = (SELECT p.floor_price FROM unit_price p WHERE p.unit = NEW.unit AND p.version < NEW.version
                       ORDER BY p.version DESC LIMIT 1);
    RETURN NEW;
END $$;
CREATE TRIGGER unit_price_keeps_floor BEFORE INSERT ON unit_price
    FOR EACH ROW WHEN (NEW.floor_price IS NULL AND NEW.version > 1) EXECUTE FUNCTION keep_floor_price();

-- INV-9: what an approved change made of a unit, and what it was before.
CREATE TABLE layout_change (
    id            uuid        PRIMARY KEY,
    unit          uuid        NOT NULL REFERENCES unit,
    request       uuid        NOT NULL,
    approval      uuid        NOT NULL,
    layout_before text,
    layout        text        NOT NULL CHECK (layout <> ''),
    area_before   uuid        NOT NULL REFERENCES unit_area,
    area          uuid        REFERENCES unit_area,
    person        text        NOT NULL,
    at            timestamptz NOT NULL,
    UNIQUE (request)
);
COMMENT ON COLUMN layout_change.area IS 'The area after the change, where it changed';
CREATE INDEX layout_change_of ON layout_change (unit);
SELECT append_only('layout_change');

-- RFD-2: a filed unit goes back on sale by a refund, once its filing is cancelled.
CREATE OR REPLACE FUNCTION unit_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state <> NEW.state AND (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'CLOSED>AVAILABLE', 'AVAILABLE>WITHHELD', 'WITHHELD>AVAILABLE',
            'AVAILABLE>HELD', 'HELD>AVAILABLE', 'HELD>RESERVED', 'HELD>SUBSCRIBED', 'RESERVED>SUBSCRIBED',
            'SUBSCRIBED>CONTRACTED', 'CONTRACTED>FILED',
            'RESERVED>AVAILABLE', 'SUBSCRIBED>AVAILABLE', 'CONTRACTED>AVAILABLE', 'FILED>AVAILABLE']) THEN
        RAISE EXCEPTION 'INV-3 no unit goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    NEW.version := greatest(pg_current_xact_id()::text::bigint, OLD.version + 1);
    RETURN NEW;
END $$;
