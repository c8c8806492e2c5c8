-- INV-2: each import of a price list, and what it said.
CREATE TABLE price_list (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL REFERENCES project,
    units       int         NOT NULL,
    changed     int         NOT NULL,
    left_out    int         NOT NULL DEFAULT 0,
    reason      text,
    imported_by text        NOT NULL,
    imported_at timestamptz NOT NULL
);
COMMENT ON COLUMN price_list.left_out IS 'Sold units that it would have changed';
CREATE INDEX price_list_of ON price_list (project, id);
SELECT append_only('price_list');

-- INV-2: prices changed by a rule over a selection of units: previewed, then applied at once or planned for a moment. A change of many
-- units takes effect some hundred units at a time, so that nobody waits long for a unit. It is IN_PROGRESS from the first to the last of
-- them; no other change of the project's prices comes in between.
CREATE TABLE price_adjustment (
    id            uuid           PRIMARY KEY,
    project       text           NOT NULL REFERENCES project,
    state         text           NOT NULL CHECK (state IN ('PREVIEWED', 'PLANNED', 'IN_PROGRESS', 'APPLIED', 'WITHDRAWN', 'LAPSED')),
    selection     text           NOT NULL,
    rule          text           NOT NULL,
    effective_at  timestamptz,
    units         int            NOT NULL DEFAULT 0,
    left_out      int            NOT NULL DEFAULT 0,
    below_floor   int            NOT NULL DEFAULT 0,
    total_before  numeric(18, 2) NOT NULL DEFAULT 0,
    total_after   numeric(18, 2) NOT NULL DEFAULT 0,
    previewed_by  text           NOT NULL,
    previewed_at  timestamptz    NOT NULL,
    reason        text,
    decided_by    text,
    decided_at    timestamptz,
    applied_at    timestamptz,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    withdrawn_for text,
    CONSTRAINT price_adjustment_decided
        CHECK ((state IN ('PLANNED', 'IN_PROGRESS', 'APPLIED', 'WITHDRAWN')) = (decided_at IS NOT NULL)),
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
CREATE INDEX price_adjustment_in_progress ON price_adjustment (project) WHERE state = 'IN_PROGRESS';
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

-- INV-2, INV-10: every price that a unit has had, with the area and the basis on which it rests. One key to area and unit together, so
-- that it is an area of its own unit.
CREATE TABLE unit_price (
    unit           uuid           NOT NULL,
    version        int            NOT NULL CHECK (version > 0),
    basis          text           NOT NULL CHECK (basis IN ('BUILDING_AREA', 'INTERIOR_AREA', 'WHOLE_UNIT')),
    area           uuid           NOT NULL,
    unit_price     numeric(14, 2) NOT NULL CHECK (unit_price > 0),
    list_total     numeric(14, 2) NOT NULL CHECK (list_total > 0),
    floor_price    numeric(14, 2) CHECK (floor_price > 0),
    effective_from timestamptz    NOT NULL,
    price_list     uuid           REFERENCES price_list,
    adjustment     uuid           REFERENCES price_adjustment,
    reason         text           NOT NULL,
    set_by         text           NOT NULL,
    set_at         timestamptz    NOT NULL,
    PRIMARY KEY (unit, version),
    CONSTRAINT unit_price_area_of_its_unit FOREIGN KEY (area, unit) REFERENCES unit_area (id, unit),
    CONSTRAINT unit_price_not_below_floor CHECK (floor_price <= list_total)
);
COMMENT ON COLUMN unit_price.floor_price IS 'INV-12: below it nothing passes but the general manager''s approval';
COMMENT ON COLUMN unit_price.adjustment IS 'INV-2: the adjustment that made this price';
CREATE INDEX unit_price_of_adjustment ON unit_price (adjustment) WHERE adjustment IS NOT NULL;
SELECT append_only('unit_price');

-- INV-2: a price list on its way: read, shown, then taken over or not.
CREATE TABLE price_list_draft (
    id                uuid           PRIMARY KEY,
    project           text           NOT NULL REFERENCES project,
    state             text           NOT NULL CHECK (state IN ('READING', 'READY', 'FAULTY', 'UNREADABLE', 'IMPORTED', 'LAPSED')),
    reason            text,
    columns           text[]         NOT NULL DEFAULT '{}',
    ignored           text[]         NOT NULL DEFAULT '{}',
    units             int            NOT NULL DEFAULT 0,
    buildings         int            NOT NULL DEFAULT 0,
    added             int            NOT NULL DEFAULT 0,
    changed           int            NOT NULL DEFAULT 0,
    left_out          int            NOT NULL DEFAULT 0,
    buildings_changed int            NOT NULL DEFAULT 0,
    bad               int            NOT NULL DEFAULT 0,
    total_before      numeric(18, 2) NOT NULL DEFAULT 0,
    total_after       numeric(18, 2) NOT NULL DEFAULT 0,
    stock             numeric        NOT NULL DEFAULT 0,
    price_list        uuid           REFERENCES price_list,
    sent_by           text           NOT NULL,
    sent_at           timestamptz    NOT NULL,
    CHECK ((state = 'IMPORTED') = (price_list IS NOT NULL))
);
COMMENT ON COLUMN price_list_draft.reason IS 'Why it is UNREADABLE';
COMMENT ON COLUMN price_list_draft.columns IS 'Of an UNREADABLE one: the columns that it lacks, or has twice';
COMMENT ON COLUMN price_list_draft.buildings_changed IS 'Buildings that get another type';
COMMENT ON COLUMN price_list_draft.stock IS 'Digest of the units that it was compared with: another one, and they have changed since';
CREATE INDEX price_list_draft_of ON price_list_draft (project, id);
CREATE INDEX price_list_draft_open ON price_list_draft (state) WHERE state IN ('READING', 'READY', 'FAULTY');
SELECT audited('price_list_draft');

-- What follows is not for keeps, and written fast: not logged, so that after a crash of the server it is empty. A draft whose
-- rows are gone says so, and the file is sent again.

-- INV-2: whoever waits for a price list sees what is being done with it, also while it is compared and imported.
CREATE UNLOGGED TABLE price_list_reading (
    draft         uuid        PRIMARY KEY,
    phase         text        CHECK (phase IN ('WAITING', 'READING', 'CHECKING', 'COMPARING', 'IMPORTING')),
    rows_read     int         NOT NULL,
    rows_imported int         NOT NULL DEFAULT 0,
    seen_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN price_list_reading.phase IS 'What somebody is at, as long as seen_at is of this minute; null: nobody';
COMMENT ON COLUMN price_list_reading.seen_at IS 'By the clock of the database: when the reader was last at work';

CREATE UNLOGGED TABLE price_list_row (
    draft         uuid           NOT NULL,
    line          int            NOT NULL,
    unit          uuid           NOT NULL,
    area          uuid           NOT NULL,
    building      text           NOT NULL,
    building_key  text           NOT NULL,
    section       text           NOT NULL,
    floor         text           NOT NULL,
    room          text           NOT NULL,
    door          text           NOT NULL,
    door_name     text           NOT NULL,
    label_key     text           NOT NULL,
    building_type text,
    product_type  text,
    layout        text,
    view          text,
    building_area numeric(10, 2) NOT NULL,
    interior_area numeric(10, 2),
    garden_area   numeric(10, 2),
    other_area    numeric(10, 2),
    basis         text           NOT NULL,
    unit_price    numeric(14, 2) NOT NULL,
    list_total    numeric(14, 2) NOT NULL,
    floor_price   numeric(14, 2),
    PRIMARY KEY (draft, line)
);
COMMENT ON TABLE price_list_row IS 'Good rows; an optional cell that is empty says nothing about the unit';
COMMENT ON COLUMN price_list_row.unit IS 'Its id if it is new; area likewise';
COMMENT ON COLUMN price_list_row.door IS 'INV-17: as unit.door; building_key as building.name_key';
COMMENT ON COLUMN price_list_row.label_key IS 'INV-17: name_key of the label that the unit would have';
COMMENT ON COLUMN price_list_row.door_name IS 'What follows the building''s name in the label';

CREATE UNLOGGED TABLE price_list_bad_cell (
    draft   uuid NOT NULL,
    number  int  NOT NULL,
    line    int  NOT NULL,
    heading text NOT NULL,
    value   text NOT NULL,
    reason  text NOT NULL,
    other   int,
    PRIMARY KEY (draft, number)
);
COMMENT ON COLUMN price_list_bad_cell.other IS 'INV-17: the line that the row is at odds with';
