-- A unit as it stands: with its price, who holds it (an attached one goes with its home), why it is withheld, and when a planned release
-- will put it on sale (INV-8). LIMIT and CASE change nothing of what is found: they keep hold and release to a probe for each unit, where a join
-- might walk all that lives.
DROP VIEW IF EXISTS unit_listing;
CREATE VIEW unit_listing AS
SELECT u.id, u.project, u.building, b.name AS building_name, u.section, u.floor, u.room, u.label, u.product_type, u.layout, u.view,
       u.attached_to, u.attached_apart, u.state, u.open_change,
       u.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       h.id AS hold_id, h.consultant AS hold_consultant, h.customer AS hold_customer, h.expires_at AS hold_until, h.deal AS hold_deal,
       w.reason AS withheld_for,
       CASE WHEN u.state = 'CLOSED' THEN (
           SELECT CASE WHEN r.state = 'PLANNED' THEN r.opens_at END FROM release_unit n JOIN release r ON r.id = n.release
           WHERE n.unit = u.id AND NOT n.withdrawn) END AS opens_at
FROM unit u
JOIN building b ON b.id = u.building
JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
JOIN unit_area a ON a.id = p.area
LEFT JOIN LATERAL (SELECT id, consultant, customer, expires_at, deal FROM hold
                   WHERE unit = coalesce(u.attached_to, u.id) AND ended_at IS NULL LIMIT 1) h ON true
LEFT JOIN withholding w ON w.unit = u.id AND w.ended_at IS NULL;

-- What happened to a unit, with whose hold it was and what a new price came to. Older lines have who was told as next in line for a reason.
-- SEC-1: a consultant sees of others' doings what the sales-control table shows of the unit itself. Moves are no part of it: a withheld unit,
-- which looks closed, would show by the release that its history has.
DROP VIEW IF EXISTS unit_history_listing;
CREATE VIEW unit_history_listing AS
SELECT h.id, h.unit, h.at, CASE WHEN h.what = 'NEXT_IN_LINE_TOLD' THEN coalesce(h.reason, h.person) ELSE h.person END AS person,
       h.what, h.from_state, h.to_state, held.id AS hold_id, held.consultant AS hold_consultant, held.customer AS hold_customer, h.deal,
       p.version AS price_version, p.unit_price, p.list_total, q.unit_price AS unit_price_before, q.list_total AS list_total_before,
       CASE WHEN h.what <> 'NEXT_IN_LINE_TOLD' THEN h.reason END AS reason, h.words,
       h.what IN ('LISTED', 'PRICE_CHANGED', 'LAYOUT_CHANGED', 'AREA_RECORDED', 'CORRECTED', 'BUILDING_RENAMED') AS of_the_unit
FROM unit_history h
LEFT JOIN hold held ON held.id = h.hold
LEFT JOIN unit_price p ON p.unit = h.unit AND p.version = h.price_version
LEFT JOIN unit_price q ON q.unit = h.unit AND q.version = h.price_version - 1;
