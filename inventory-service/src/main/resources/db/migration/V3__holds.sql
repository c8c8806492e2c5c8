-- INV-4, INV-5: who may sell the unit. A hold lives until it expires or is given back, or as long as the deal that claimed it.
CREATE TABLE hold (
    id            uuid        PRIMARY KEY,
    unit          uuid        NOT NULL REFERENCES unit,
    project       text        NOT NULL,
    customer      uuid        NOT NULL,
    consultant    text        NOT NULL,
    price_version int         NOT NULL,
    held_at       timestamptz NOT NULL,
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at    timestamptz NOT NULL,
    deal          uuid,
    ended_at      timestamptz,
    end_reason    text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    FOREIGN KEY (unit, price_version) REFERENCES unit_price
);
COMMENT ON COLUMN hold.held_at IS 'By the clock of the office';
COMMENT ON COLUMN hold.started_at IS 'By the clock of the database, as expires_at';
COMMENT ON COLUMN hold.price_version IS 'The price that is frozen while the unit is held';
CREATE UNIQUE INDEX hold_one_live ON hold (unit) WHERE ended_at IS NULL;
CREATE INDEX hold_expiring ON hold (expires_at) WHERE ended_at IS NULL AND deal IS NULL;
CREATE INDEX hold_waiting ON hold (project, consultant) WHERE ended_at IS NULL AND deal IS NULL;
CREATE INDEX hold_of_deal ON hold (deal) WHERE ended_at IS NULL AND deal IS NOT NULL;
SELECT audited('hold');

-- A hold with the price that it froze.
CREATE VIEW hold_listing AS
SELECT h.id, h.unit, h.project, h.customer, h.consultant, h.held_at, h.started_at, h.expires_at, h.deal, h.ended_at, h.end_reason,
       h.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area
FROM hold h
JOIN unit_price p ON p.unit = h.unit AND p.version = h.price_version
JOIN unit_area a ON a.id = p.area;

-- A unit as it stands: with its price, who holds it and why it is withheld.
CREATE VIEW unit_listing AS
SELECT u.id, u.project, u.building, b.name AS building_name, u.section, u.floor, u.room, u.label, u.product_type, u.layout,
       u.attached_to, u.state, u.open_change, u.open_request, u.version,
       u.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       h.id AS hold, h.consultant AS held_by, h.customer AS held_for, h.expires_at AS held_until, h.deal,
       w.reason AS withheld_for
FROM unit u
JOIN building b ON b.id = u.building
JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
JOIN unit_area a ON a.id = p.area
LEFT JOIN hold h ON h.unit = u.id AND h.ended_at IS NULL
LEFT JOIN withholding w ON w.unit = u.id AND w.ended_at IS NULL;
