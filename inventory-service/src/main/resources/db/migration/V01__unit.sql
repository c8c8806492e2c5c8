-- INV-1: project → building → section → floor → unit.
CREATE TABLE project (
    code       text        PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    name       text        NOT NULL CHECK (name_key(name) <> ''),
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
    name          text   NOT NULL CHECK (name_key(name) <> ''),
    building_type text   CHECK (building_type IN ('LOW_RISE_WITH_LIFT', 'LOW_RISE_WITH_STAIRS', 'HIGH_RISE', 'MID_HIGH_RISE',
                                                  'STACKED', 'DETACHED', 'TERRACED')),
    version       bigint NOT NULL DEFAULT 0,
    CONSTRAINT building_of_project UNIQUE (id, project)
);
-- INV-17: however it is written. The form stands in the index and not in a column of its own: a list that gives a building its type would
-- lock it as if it got another key, and wait for every deal on a unit of it.
CREATE UNIQUE INDEX building_name ON building (project, name_key(name));
SELECT audited('building');

-- INV-1: one key to building and project together, so that a unit is in a building of its own project.
CREATE TABLE unit (
    id             uuid    PRIMARY KEY,
    project        text    NOT NULL,
    building       uuid    NOT NULL,
    section        text    NOT NULL,
    floor          text    NOT NULL,
    room           text    NOT NULL,
    door           text    NOT NULL,
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
    listed_at      timestamptz NOT NULL DEFAULT this_moment(),
    version        bigint  NOT NULL,
    UNIQUE (building, door),
    CONSTRAINT unit_building_of_its_project FOREIGN KEY (building, project) REFERENCES building (id, project),
    CONSTRAINT unit_attached_with_price CHECK ((attached_to IS NULL) = (attached_apart IS NULL)),
    CONSTRAINT unit_attached_kind CHECK (attached_to IS NULL OR product_type IN ('PARKING', 'STORAGE')),
    CHECK ((open_change IS NULL) = (open_request IS NULL))
);
COMMENT ON COLUMN unit.listed_at IS 'AOF-1: since when it is on the list; that it was added is no change that the audit has';
COMMENT ON COLUMN unit.floor IS 'Text: floors and rooms are not always numbers (basement, 3A); without leading zeros';
COMMENT ON COLUMN unit.door IS 'INV-17: section, floor and room in their normal form (Door.key): the same door is the same unit, however it is
written';
COMMENT ON COLUMN unit.label IS 'INV-17: unique in the project, however it is written';
CREATE UNIQUE INDEX unit_label ON unit (project, name_key(label));
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
    reason        text,
    words         text
);
COMMENT ON COLUMN unit_history.words IS 'CUS-6: what was written about the hold, sealed';
CREATE INDEX unit_history_of ON unit_history (unit, id);
SELECT append_only('unit_history');

-- AOF-1: units and buildings as they stood.
SELECT as_of('unit', 'project');
SELECT as_of('unit', 'id');
SELECT as_of('building', 'project');
