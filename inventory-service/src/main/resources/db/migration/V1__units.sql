-- INV-1: project → building → section → floor → unit.
CREATE TABLE project (
    code       text        PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    name       text        NOT NULL CHECK (name <> ''),
    region     text        NOT NULL,
    city       text,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE building (
    id            uuid PRIMARY KEY,
    project       text NOT NULL REFERENCES project,
    name          text NOT NULL CHECK (name <> ''),
    building_type text CHECK (building_type IN ('LOW_RISE_WITH_LIFT', 'LOW_RISE_WITH_STAIRS', 'HIGH_RISE', 'MID_HIGH_RISE',
                                                'STACKED', 'DETACHED', 'TERRACED')),
    UNIQUE (project, name)
);

CREATE TABLE unit (
    id            uuid    PRIMARY KEY,
    project       text    NOT NULL REFERENCES project,
    building      uuid    NOT NULL REFERENCES building,
    section       text    NOT NULL,
    floor         text    NOT NULL,
    room          text    NOT NULL,
    label         text    NOT NULL,
    product_type  text    NOT NULL CHECK (product_type IN ('RESIDENCE', 'SMALL_APARTMENT', 'SHOP', 'PARKING', 'STORAGE', 'OTHER')),
    layout        text,
    attached_to   uuid    REFERENCES unit,
    state         text    NOT NULL DEFAULT 'CLOSED' CHECK (state IN ('CLOSED', 'AVAILABLE', 'HELD', 'RESERVED', 'SUBSCRIBED',
                                                                     'CONTRACTED', 'FILED', 'WITHHELD')),
    price_version int     NOT NULL CHECK (price_version > 0),
    open_change   text,
    open_request  uuid,
    version       bigint  NOT NULL,
    CHECK ((open_change IS NULL) = (open_request IS NULL)),
    UNIQUE (building, section, floor, room)
);
COMMENT ON COLUMN unit.floor IS 'Text: floors and rooms are not always numbers (basement, 3A)';
COMMENT ON COLUMN unit.attached_to IS 'INV-11: the home that a parking space or storage room goes with';
COMMENT ON COLUMN unit.open_change IS 'INV-15: the change that waits for signatures';
COMMENT ON COLUMN unit.version IS 'INV-7: not below the id of the transaction that changed the cell last, so that whoever has seen
everything older than the oldest running transaction has missed nothing';
CREATE INDEX unit_of_project ON unit (project, version);
CREATE INDEX unit_open_request ON unit (open_request) WHERE open_request IS NOT NULL;

-- INV-3: no other transition exists, not by hand either. The same table as UnitMove, which a test compares.
CREATE FUNCTION unit_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state <> NEW.state AND (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'CLOSED>AVAILABLE', 'AVAILABLE>WITHHELD', 'WITHHELD>AVAILABLE',
            'AVAILABLE>HELD', 'HELD>AVAILABLE', 'HELD>RESERVED', 'HELD>SUBSCRIBED', 'RESERVED>SUBSCRIBED',
            'SUBSCRIBED>CONTRACTED', 'CONTRACTED>FILED',
            'RESERVED>AVAILABLE', 'SUBSCRIBED>AVAILABLE', 'CONTRACTED>AVAILABLE']) THEN
        RAISE EXCEPTION 'INV-3 no unit goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    NEW.version := greatest(pg_current_xact_id()::text::bigint, OLD.version + 1);
    RETURN NEW;
END $$;
CREATE TRIGGER unit_changes BEFORE INSERT OR UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION unit_changes();

-- INV-10: areas are surveyed several times; none is forgotten.
CREATE TABLE unit_area (
    id            uuid          PRIMARY KEY,
    unit          uuid          NOT NULL REFERENCES unit,
    kind          text          NOT NULL CHECK (kind IN ('ESTIMATE', 'PRE_SALE_SURVEY', 'AS_BUILT')),
    measured_on   date          NOT NULL,
    building_area numeric(10, 2) NOT NULL CHECK (building_area > 0),
    interior_area numeric(10, 2) CHECK (interior_area > 0),
    garden_area   numeric(10, 2) CHECK (garden_area >= 0),
    other_area    numeric(10, 2) CHECK (other_area >= 0),
    recorded_by   text          NOT NULL,
    recorded_at   timestamptz   NOT NULL
);
CREATE INDEX unit_area_of ON unit_area (unit);

-- INV-2: each import of a price list, and what it said.
CREATE TABLE price_list (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL REFERENCES project,
    units       int         NOT NULL,
    changed     int         NOT NULL,
    imported_by text        NOT NULL,
    imported_at timestamptz NOT NULL
);

-- INV-2, INV-10: every price that a unit has had, with the area and the basis on which it rests.
CREATE TABLE unit_price (
    unit           uuid          NOT NULL REFERENCES unit,
    version        int           NOT NULL CHECK (version > 0),
    basis          text          NOT NULL CHECK (basis IN ('BUILDING_AREA', 'INTERIOR_AREA', 'WHOLE_UNIT')),
    area           uuid          NOT NULL REFERENCES unit_area,
    unit_price     numeric(14, 2) NOT NULL CHECK (unit_price > 0),
    list_total     numeric(14, 2) NOT NULL CHECK (list_total > 0),
    floor_price    numeric(14, 2) CHECK (floor_price > 0),
    effective_from timestamptz   NOT NULL,
    price_list     uuid          REFERENCES price_list,
    reason         text          NOT NULL,
    set_by         text          NOT NULL,
    set_at         timestamptz   NOT NULL,
    PRIMARY KEY (unit, version)
);
COMMENT ON COLUMN unit_price.floor_price IS 'INV-12: below it nothing passes but the general manager''s approval';

-- What happened to a unit, by whom and when, in the office's words.
CREATE TABLE unit_history (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit          uuid        NOT NULL REFERENCES unit,
    project       text        NOT NULL,
    at            timestamptz NOT NULL,
    person        text        NOT NULL,
    what          text        NOT NULL,
    from_state    text,
    to_state      text,
    hold          uuid,
    deal          uuid,
    price_version int,
    reason        text
);
CREATE INDEX unit_history_of ON unit_history (unit, id);
SELECT append_only('unit_history');
SELECT append_only('unit_area');
SELECT append_only('unit_price');
SELECT append_only('price_list');

SELECT audited('project', 'code');
SELECT audited('building');
CREATE TRIGGER unit_audited AFTER UPDATE OR DELETE ON unit FOR EACH ROW EXECUTE FUNCTION record_change('id');
