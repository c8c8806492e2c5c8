-- INV-1: project → building → section → floor → unit.
CREATE TABLE project (
    code       text        PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    name       text        NOT NULL CHECK (name <> ''),
    region     text        NOT NULL,
    city       text,
    rehearsal  boolean     NOT NULL DEFAULT false,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN project.rehearsal IS 'Copies of releases under load, nothing of it is for sale';
SELECT audited('project', 'code');

CREATE TABLE building (
    id            uuid   PRIMARY KEY,
    project       text   NOT NULL REFERENCES project,
    name          text   NOT NULL CHECK (name <> ''),
    building_type text   CHECK (building_type IN ('LOW_RISE_WITH_LIFT', 'LOW_RISE_WITH_STAIRS', 'HIGH_RISE', 'MID_HIGH_RISE',
                                                  'STACKED', 'DETACHED', 'TERRACED')),
    version       bigint NOT NULL DEFAULT 0,
    UNIQUE (project, name),
    CONSTRAINT building_of_project UNIQUE (id, project)
);
SELECT audited('building');

-- INV-1: one key to building and project together, so that a unit is in a building of its own project.
CREATE TABLE unit (
    id             uuid    PRIMARY KEY,
    project        text    NOT NULL,
    building       uuid    NOT NULL,
    section        text    NOT NULL,
    floor          text    NOT NULL,
    room           text    NOT NULL,
    label          text    NOT NULL,
    product_type   text    NOT NULL CHECK (product_type IN ('RESIDENCE', 'SMALL_APARTMENT', 'SHOP', 'PARKING', 'STORAGE', 'OTHER')),
    layout         text,
    view           text,
    attached_to    uuid    REFERENCES unit,
    attached_apart boolean,
    state          text    NOT NULL DEFAULT 'CLOSED' CHECK (state IN ('CLOSED', 'AVAILABLE', 'HELD', 'RESERVED', 'SUBSCRIBED',
                                                                      'CONTRACTED', 'FILED', 'WITHHELD')),
    price_version  int     NOT NULL CHECK (price_version > 0),
    open_change    text,
    open_request   uuid,
    version        bigint  NOT NULL,
    UNIQUE (building, section, floor, room),
    CONSTRAINT unit_building_of_its_project FOREIGN KEY (building, project) REFERENCES building (id, project),
    CONSTRAINT unit_attached_with_price CHECK ((attached_to IS NULL) = (attached_apart IS NULL)),
    CONSTRAINT unit_attached_kind CHECK (attached_to IS NULL OR product_type IN ('PARKING', 'STORAGE')),
    CHECK ((open_change IS NULL) = (open_request IS NULL))
);
COMMENT ON COLUMN unit.floor IS 'Text: floors and rooms are not always numbers (basement, 3A)';
COMMENT ON COLUMN unit.view IS 'What it looks out on, in the office''s words';
COMMENT ON COLUMN unit.attached_to IS 'INV-11: the home that a parking space or storage room goes with';
COMMENT ON COLUMN unit.attached_apart IS 'INV-11: whether the attached unit''s price is added to the home''s, or is in it';
COMMENT ON COLUMN unit.open_change IS 'INV-15: the change that waits for signatures';
COMMENT ON COLUMN unit.version IS 'INV-7: not below the id of the transaction that changed the cell last, so that whoever has seen
everything older than the oldest running transaction has missed nothing';
CREATE INDEX unit_of_project ON unit (project, version);
CREATE INDEX unit_listed ON unit (project, id);
CREATE INDEX unit_attached ON unit (attached_to) WHERE attached_to IS NOT NULL;
CREATE INDEX unit_open_request ON unit (open_request) WHERE open_request IS NOT NULL;
CREATE TRIGGER unit_audited AFTER UPDATE OR DELETE ON unit FOR EACH ROW EXECUTE FUNCTION record_change('id');

-- INV-10: areas are surveyed several times; none is forgotten.
CREATE TABLE unit_area (
    id            uuid           PRIMARY KEY,
    unit          uuid           NOT NULL REFERENCES unit,
    kind          text           NOT NULL CHECK (kind IN ('ESTIMATE', 'PRE_SALE_SURVEY', 'AS_BUILT')),
    measured_on   date           NOT NULL,
    building_area numeric(10, 2) NOT NULL CHECK (building_area > 0),
    interior_area numeric(10, 2) CHECK (interior_area > 0),
    garden_area   numeric(10, 2) CHECK (garden_area >= 0),
    other_area    numeric(10, 2) CHECK (other_area >= 0),
    recorded_by   text           NOT NULL,
    recorded_at   timestamptz    NOT NULL,
    CONSTRAINT unit_area_of_unit UNIQUE (id, unit)
);
CREATE INDEX unit_area_of ON unit_area (unit);
SELECT append_only('unit_area');

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
