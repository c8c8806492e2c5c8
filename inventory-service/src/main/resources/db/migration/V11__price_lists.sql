-- INV-1: what a unit looks out on (景观, 朝向).
ALTER TABLE unit ADD view text;
COMMENT ON COLUMN unit.view IS 'What it looks out on, in the office''s words';

CREATE OR REPLACE VIEW unit_listing AS
SELECT u.id, u.project, u.building, b.name AS building_name, u.section, u.floor, u.room, u.label, u.product_type, u.layout,
       u.attached_to, u.state, u.open_change, u.open_request, u.version,
       u.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       h.id AS hold, h.consultant AS held_by, h.customer AS held_for, h.expires_at AS held_until, h.deal,
       w.reason AS withheld_for, u.attached_apart, u.view
FROM unit u
JOIN building b ON b.id = u.building
JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
JOIN unit_area a ON a.id = p.area
LEFT JOIN hold h ON h.unit = coalesce(u.attached_to, u.id) AND h.ended_at IS NULL
LEFT JOIN withholding w ON w.unit = u.id AND w.ended_at IS NULL;

-- INV-12: no list price below the floor; prices from before this rule stay as they are.
ALTER TABLE unit_price ADD CONSTRAINT unit_price_not_below_floor CHECK (floor_price <= list_total) NOT VALID;

-- INV-1, INV-10: one key instead of two that do not know of each other. A unit is in a building of its own project, and a
-- price rests on an area of its own unit.
ALTER TABLE building ADD CONSTRAINT building_of_project UNIQUE (id, project);
ALTER TABLE unit ADD CONSTRAINT unit_building_of_its_project FOREIGN KEY (building, project) REFERENCES building (id, project);
ALTER TABLE unit DROP CONSTRAINT unit_building_fkey, DROP CONSTRAINT unit_project_fkey;
ALTER TABLE unit_area ADD CONSTRAINT unit_area_of_unit UNIQUE (id, unit);
ALTER TABLE unit_price ADD CONSTRAINT unit_price_area_of_its_unit FOREIGN KEY (area, unit) REFERENCES unit_area (id, unit);
ALTER TABLE unit_price DROP CONSTRAINT unit_price_area_fkey, DROP CONSTRAINT unit_price_unit_fkey;

-- INV-2: a price list on its way: read, shown, then taken over or not.
CREATE TABLE price_list_draft (
    id           uuid           PRIMARY KEY,
    project      text           NOT NULL REFERENCES project,
    state        text           NOT NULL CHECK (state IN ('READING', 'READY', 'FAULTY', 'UNREADABLE', 'IMPORTED', 'LAPSED')),
    reason       text,
    units        int            NOT NULL DEFAULT 0,
    buildings    int            NOT NULL DEFAULT 0,
    added        int            NOT NULL DEFAULT 0,
    changed      int            NOT NULL DEFAULT 0,
    bad          int            NOT NULL DEFAULT 0,
    total_before numeric(18, 2) NOT NULL DEFAULT 0,
    total_after  numeric(18, 2) NOT NULL DEFAULT 0,
    ignored      text[]         NOT NULL DEFAULT '{}',
    stock        numeric        NOT NULL DEFAULT 0,
    price_list   uuid           REFERENCES price_list,
    sent_by      text           NOT NULL,
    sent_at      timestamptz    NOT NULL,
    CHECK ((state = 'IMPORTED') = (price_list IS NOT NULL))
);
COMMENT ON COLUMN price_list_draft.reason IS 'Why it is UNREADABLE';
COMMENT ON COLUMN price_list_draft.stock IS 'Digest of the units that it was compared with: another one, and they have changed since';
CREATE INDEX price_list_draft_of ON price_list_draft (project, id);
CREATE INDEX price_list_draft_open ON price_list_draft (state) WHERE state IN ('READING', 'READY', 'FAULTY');
SELECT audited('price_list_draft');

-- What follows is not for keeps, and written fast: not logged, so that after a crash of the server it is empty. A draft whose
-- rows are gone says so, and the file is sent again.
CREATE UNLOGGED TABLE price_list_reading (
    draft     uuid        PRIMARY KEY,
    rows_read int         NOT NULL,
    seen_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN price_list_reading.seen_at IS 'By the clock of the database: when the reader was last at work';

CREATE UNLOGGED TABLE price_list_row (
    draft         uuid           NOT NULL,
    line          int            NOT NULL,
    unit          uuid           NOT NULL,
    area          uuid           NOT NULL,
    building      text           NOT NULL,
    section       text           NOT NULL,
    floor         text           NOT NULL,
    room          text           NOT NULL,
    label         text           NOT NULL,
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

CREATE UNLOGGED TABLE price_list_bad_cell (
    draft   uuid NOT NULL,
    number  int  NOT NULL,
    line    int  NOT NULL,
    heading text NOT NULL,
    value   text NOT NULL,
    reason  text NOT NULL,
    PRIMARY KEY (draft, number)
);

-- INV-2: each row of a draft beside the unit that it speaks of. What a list does not say stays as it is.
CREATE VIEW price_list_comparison AS
SELECT r.draft, r.line, d.project, b.id AS building, r.building AS building_name, r.section, r.floor, r.room,
       coalesce(u.label, r.label) AS label, u.id IS NULL AS added, coalesce(u.id, r.unit) AS unit, u.price_version,
       coalesce(r.product_type, u.product_type, 'RESIDENCE') AS product_type, coalesce(r.layout, u.layout) AS layout,
       coalesce(r.view, u.view) AS view, u.attached_to, u.layout AS layout_before, u.view AS view_before,
       s.same_area IS NOT TRUE AS new_area, CASE WHEN s.same_area THEN a.id ELSE r.area END AS area,
       r.building_area, coalesce(r.interior_area, a.interior_area) AS interior_area,
       coalesce(r.garden_area, a.garden_area) AS garden_area, coalesce(r.other_area, a.other_area) AS other_area,
       r.basis, r.unit_price, r.list_total, coalesce(r.floor_price, p.floor_price) AS floor_price,
       a.building_area AS area_before, p.unit_price AS unit_price_before, p.list_total AS list_total_before,
       u.id IS NOT NULL AND (NOT s.same_area
           OR (r.basis, r.unit_price, r.list_total) IS DISTINCT FROM (p.basis, p.unit_price, p.list_total)
           OR coalesce(r.floor_price, p.floor_price) IS DISTINCT FROM p.floor_price
           OR coalesce(r.product_type, u.product_type) <> u.product_type
           OR coalesce(r.layout, u.layout) IS DISTINCT FROM u.layout
           OR coalesce(r.view, u.view) IS DISTINCT FROM u.view) AS changed
FROM price_list_row r
JOIN price_list_draft d ON d.id = r.draft
LEFT JOIN building b ON b.project = d.project AND b.name = r.building
LEFT JOIN unit u ON u.building = b.id AND u.section = r.section AND u.floor = r.floor AND u.room = r.room
LEFT JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
LEFT JOIN unit_area a ON a.id = p.area
CROSS JOIN LATERAL (SELECT a.building_area = r.building_area
    AND coalesce(r.interior_area, a.interior_area) IS NOT DISTINCT FROM a.interior_area
    AND coalesce(r.garden_area, a.garden_area) IS NOT DISTINCT FROM a.garden_area
    AND coalesce(r.other_area, a.other_area) IS NOT DISTINCT FROM a.other_area AS same_area) s;
