-- INV-12: a price list that names no floor price leaves the one that counts.
CREATE OR REPLACE FUNCTION keep_floor_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.floor_price = (SELECT p.floor_price FROM unit_price p WHERE p.unit = NEW.unit AND p.version < NEW.version
                       ORDER BY p.version DESC LIMIT 1);
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER unit_price_keeps_floor BEFORE INSERT ON unit_price
    FOR EACH ROW WHEN (NEW.floor_price IS NULL AND NEW.version > 1) EXECUTE FUNCTION keep_floor_price();

-- INV-2, INV-9: what is sold keeps its price, area and kind, and its layout but for an approved change, whatever a price list says.
CREATE OR REPLACE FUNCTION sold_unit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.product_type <> NEW.product_type THEN
        RAISE EXCEPTION 'INV-9 % is sold and stays a %', OLD.id, OLD.product_type USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.layout IS DISTINCT FROM NEW.layout AND NOT EXISTS (
            SELECT 1 FROM (SELECT layout, layout_before FROM layout_change WHERE unit = OLD.id ORDER BY id DESC LIMIT 1) approved
            WHERE approved.layout = NEW.layout AND approved.layout_before IS NOT DISTINCT FROM OLD.layout) THEN
        RAISE EXCEPTION 'INV-9 the layout of % changes by an approved change alone', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.price_version <> NEW.price_version AND NOT EXISTS (
            SELECT 1 FROM unit_price o JOIN unit_price n ON n.unit = o.unit
                AND (n.basis, n.area, n.unit_price, n.list_total) = (o.basis, o.area, o.unit_price, o.list_total)
            WHERE o.unit = OLD.id AND o.version = OLD.price_version AND n.version = NEW.price_version) THEN
        RAISE EXCEPTION 'INV-2 % is sold and keeps its price', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER unit_sold_stays BEFORE UPDATE ON unit FOR EACH ROW
    WHEN (is_sold(OLD.state)
        AND (OLD.product_type <> NEW.product_type OR OLD.layout IS DISTINCT FROM NEW.layout OR OLD.price_version <> NEW.price_version))
    EXECUTE FUNCTION sold_unit_stays();

-- INV-2: what is decided takes effect once, or is withdrawn before.
CREATE OR REPLACE FUNCTION price_adjustment_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'PREVIEWED>PLANNED', 'PREVIEWED>IN_PROGRESS', 'PREVIEWED>APPLIED', 'PREVIEWED>LAPSED',
            'PLANNED>IN_PROGRESS', 'PLANNED>APPLIED', 'PLANNED>WITHDRAWN', 'IN_PROGRESS>APPLIED']) THEN
        RAISE EXCEPTION 'INV-2 no price adjustment goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER price_adjustment_moves BEFORE UPDATE ON price_adjustment FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION price_adjustment_moves();

-- A preview may be forgotten; what was decided stays as it was.
CREATE OR REPLACE FUNCTION decided_adjustment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM price_adjustment WHERE id = OLD.adjustment
                                   AND state NOT IN ('PREVIEWED', 'LAPSED')) THEN
        RAISE EXCEPTION 'INV-2 a price adjustment that was decided stays as it was' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER price_adjustment_unit_stays BEFORE UPDATE OR DELETE ON price_adjustment_unit
    FOR EACH ROW EXECUTE FUNCTION decided_adjustment_stays();
CREATE OR REPLACE TRIGGER price_adjustment_left_out_stays BEFORE UPDATE OR DELETE ON price_adjustment_left_out
    FOR EACH ROW EXECUTE FUNCTION decided_adjustment_stays();

-- INV-12: whether a cut of a unit's total to this one is deeper than so many per cent. It is measured against the dearer of what counts and of
-- what counted so many days ago, or at first: so no deep cut is made of many small ones.
CREATE OR REPLACE FUNCTION is_cut_deep(its_unit uuid, total numeric, percent numeric, days int) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT $2 < greatest(
        (SELECT p.list_total FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version WHERE u.id = $1),
        (SELECT p.list_total FROM unit_price p
         WHERE p.unit = $1 AND (p.version = 1 OR p.effective_from <= clock_timestamp() - make_interval(days => $4))
         ORDER BY p.version DESC LIMIT 1)) * (100 - $3) / 100
$$;

-- INV-2: each row of a draft beside the unit that it speaks of. What a list does not say stays as it is, and so does what is sold.
DROP VIEW IF EXISTS price_list_comparison;
CREATE VIEW price_list_comparison AS
SELECT r.draft, r.line, d.project, b.id AS building, r.building_key, r.building_type,
       b.building_type AS building_type_before, r.section, r.floor, r.room, r.door, r.label_key,
       coalesce(u.label, coalesce(b.name, r.building) || '-' || r.door_name) AS label, u.id IS NULL AS added, coalesce(u.id, r.unit) AS unit, u.price_version,
       coalesce(r.product_type, u.product_type, 'RESIDENCE') AS product_type, coalesce(r.layout, u.layout) AS layout,
       coalesce(r.view, u.view) AS view, u.attached_to, u.product_type AS product_type_before, u.layout AS layout_before,
       u.view AS view_before,
       s.same_area IS NOT TRUE AS new_area, CASE WHEN s.same_area THEN a.id ELSE r.area END AS area,
       r.building_area, coalesce(r.interior_area, a.interior_area) AS interior_area,
       coalesce(r.garden_area, a.garden_area) AS garden_area, coalesce(r.other_area, a.other_area) AS other_area,
       r.basis, r.unit_price, r.list_total, coalesce(r.floor_price, p.floor_price) AS floor_price,
       a.building_area AS area_before, a.interior_area AS interior_area_before, a.garden_area AS garden_area_before,
       a.other_area AS other_area_before, p.basis AS basis_before, p.unit_price AS unit_price_before,
       p.list_total AS list_total_before, p.floor_price AS floor_price_before,
       w.differs AND NOT w.sold AS changed, w.differs AND w.sold AS left_out
FROM price_list_row r
JOIN price_list_draft d ON d.id = r.draft
LEFT JOIN building b ON b.project = d.project AND name_key(b.name) = r.building_key
LEFT JOIN unit u ON u.building = b.id AND u.door = r.door
LEFT JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
LEFT JOIN unit_area a ON a.id = p.area
CROSS JOIN LATERAL (SELECT a.building_area = r.building_area
    AND coalesce(r.interior_area, a.interior_area) IS NOT DISTINCT FROM a.interior_area
    AND coalesce(r.garden_area, a.garden_area) IS NOT DISTINCT FROM a.garden_area
    AND coalesce(r.other_area, a.other_area) IS NOT DISTINCT FROM a.other_area AS same_area) s
CROSS JOIN LATERAL (SELECT u.id IS NOT NULL AND (NOT s.same_area
           OR (r.basis, r.unit_price, r.list_total) IS DISTINCT FROM (p.basis, p.unit_price, p.list_total)
           OR coalesce(r.floor_price, p.floor_price) IS DISTINCT FROM p.floor_price
           OR coalesce(r.product_type, u.product_type) <> u.product_type
           OR coalesce(r.layout, u.layout) IS DISTINCT FROM u.layout
           OR coalesce(r.view, u.view) IS DISTINCT FROM u.view) AS differs,
       coalesce(is_sold(u.state), false) AS sold) w;

-- INV-2, INV-10: every price that a unit has had, for whoever looks for one: a plain view.
DROP VIEW IF EXISTS price_on_record;
CREATE VIEW price_on_record AS
SELECT unit, version, basis, area, unit_price, list_total, floor_price, effective_from, price_list, adjustment, reason, set_by FROM unit_price;

-- The one that counts.
DROP VIEW IF EXISTS counting_price;
CREATE VIEW counting_price AS
SELECT p.unit, p.version, p.basis, p.area, p.unit_price, p.list_total, p.floor_price
FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version;

-- INV-10: every area that was put on record, and whether the price that counts rests on it.
DROP VIEW IF EXISTS area_on_record;
CREATE VIEW area_on_record AS
SELECT a.id, a.unit, a.kind, a.measured_on, a.building_area, a.interior_area, a.garden_area, a.other_area, a.recorded_by, a.recorded_at,
       EXISTS (SELECT 1 FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
               WHERE u.id = a.unit AND p.area = a.id) AS priced
FROM unit_area a;

-- INV-2, INV-8: from when on prices of a project will be others: for whoever is about to sell at them.
DROP VIEW IF EXISTS price_change_ahead;
CREATE VIEW price_change_ahead AS
SELECT project, effective_at AS due_at FROM price_adjustment WHERE state = 'PLANNED'
UNION ALL SELECT project, '-infinity' FROM price_adjustment WHERE state = 'IN_PROGRESS';

-- A unit with the price that counts and its area, for whoever reads many at once; its columns of unit_standing and nothing that is computed.
DROP FUNCTION IF EXISTS priced_unit_as_of(text, timestamptz);
DROP FUNCTION IF EXISTS priced_unit_stood(uuid, timestamptz);
DROP VIEW IF EXISTS priced_unit;
CREATE VIEW priced_unit AS
SELECT u.id, u.project, u.building, u.section, u.floor, u.room, u.label, u.product_type, u.state, u.layout, u.open_change, u.version,
       p.area, a.building_area, a.interior_area, a.garden_area, a.other_area, p.unit_price, p.list_total
FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version JOIN unit_area a ON a.id = p.area;

-- AOF-1: the same as it stood at a moment. Prices and areas are only ever added to; which of them counted, the unit says.
CREATE FUNCTION priced_unit_as_of(its text, moment timestamptz) RETURNS SETOF priced_unit LANGUAGE sql STABLE AS $$
    SELECT u.id, u.project, u.building, u.section, u.floor, u.room, u.label, u.product_type, u.state, u.layout, u.open_change, u.version,
           p.area, a.building_area, a.interior_area, a.garden_area, a.other_area, p.unit_price, p.list_total
    FROM unit_as_of($1, $2) u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version JOIN unit_area a ON a.id = p.area
    WHERE u.listed_at <= $2
$$;
CREATE FUNCTION priced_unit_stood(its uuid, moment timestamptz) RETURNS SETOF priced_unit LANGUAGE sql STABLE AS $$
    SELECT u.id, u.project, u.building, u.section, u.floor, u.room, u.label, u.product_type, u.state, u.layout, u.open_change, u.version,
           p.area, a.building_area, a.interior_area, a.garden_area, a.other_area, p.unit_price, p.list_total
    FROM unit_as_of($1, $2) u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version JOIN unit_area a ON a.id = p.area
    WHERE u.listed_at <= $2
$$;
