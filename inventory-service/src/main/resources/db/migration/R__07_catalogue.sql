-- A unit as it stands: with its price, who holds it (an attached one goes with its home) and why it is withheld.
DROP VIEW IF EXISTS unit_listing;
CREATE VIEW unit_listing AS
SELECT u.id, u.project, u.building, b.name AS building_name, u.section, u.floor, u.room, u.label, u.product_type, u.layout, u.view,
       u.attached_to, u.attached_apart, u.state, u.open_change, u.open_request, u.version,
       u.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       h.id AS hold, h.consultant AS held_by, h.customer AS held_for, h.expires_at AS held_until, h.deal,
       w.reason AS withheld_for
FROM unit u
JOIN building b ON b.id = u.building
JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
JOIN unit_area a ON a.id = p.area
LEFT JOIN hold h ON h.unit = coalesce(u.attached_to, u.id) AND h.ended_at IS NULL
LEFT JOIN withholding w ON w.unit = u.id AND w.ended_at IS NULL;
