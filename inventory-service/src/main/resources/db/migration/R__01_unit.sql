-- INV-8: what is real stays real: nobody turns a project into a place for rehearsals, or a rehearsal into a sale.
CREATE OR REPLACE FUNCTION project_stays_real() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'project % is % for a rehearsal, and stays so', OLD.code, CASE WHEN OLD.rehearsal THEN 'there' ELSE 'not there' END
        USING ERRCODE = 'check_violation';
END $$;
CREATE OR REPLACE TRIGGER project_stays_real BEFORE UPDATE OF rehearsal ON project FOR EACH ROW
    WHEN (OLD.rehearsal <> NEW.rehearsal) EXECUTE FUNCTION project_stays_real();

-- INV-1: two people edit a building, and neither writes over the other.
CREATE OR REPLACE FUNCTION building_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER building_changes BEFORE UPDATE ON building FOR EACH ROW EXECUTE FUNCTION building_changes();

-- INV-3: no other transition exists, not by hand either. The same table as UnitMove, which a test compares. RFD-2: a filed unit goes back
-- on sale by a refund, once its filing is cancelled.
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
CREATE OR REPLACE TRIGGER unit_changes BEFORE INSERT OR UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION unit_changes();

-- INV-2, INV-9: sold is what has a deposit at least. UnitState.isSold says the same.
CREATE OR REPLACE FUNCTION is_sold(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT state IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')
$$;

-- INV-11: what a parking space or a storage room may go with. Homes.isHome says the same.
CREATE OR REPLACE FUNCTION is_home(product_type text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT product_type IN ('RESIDENCE', 'SMALL_APARTMENT')
$$;

-- INV-11: a parking space or storage room goes with a home, in its price or with a price of its own.
CREATE OR REPLACE FUNCTION attached_to_a_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.attached_to AND project = NEW.project
                   AND is_home(product_type)) THEN
        RAISE EXCEPTION 'INV-11 a unit is attached to a home of its project' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER unit_attached_to_a_home BEFORE INSERT OR UPDATE OF attached_to ON unit
    FOR EACH ROW WHEN (NEW.attached_to IS NOT NULL) EXECUTE FUNCTION attached_to_a_home();

-- INV-11: a home that something is attached to stays a home, whoever corrects its type.
CREATE OR REPLACE FUNCTION stays_a_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM unit WHERE attached_to = NEW.id) THEN
        RAISE EXCEPTION 'INV-11 a unit is attached to %, which is a home therefore', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER unit_stays_a_home AFTER UPDATE OF product_type ON unit FOR EACH ROW
    WHEN (OLD.product_type <> NEW.product_type AND NOT is_home(NEW.product_type))
    EXECUTE FUNCTION stays_a_home();

-- INV-11: checked when the statement is through: one statement moves a home and what is attached to it.
CREATE OR REPLACE FUNCTION moves_with_its_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM unit a WHERE a.attached_to = NEW.id AND a.state <> NEW.state
               AND NOT (a.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD') AND NEW.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD')))
        OR NEW.attached_to IS NOT NULL AND EXISTS (SELECT 1 FROM unit h WHERE h.id = NEW.attached_to AND h.state <> NEW.state
               AND NOT (h.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD') AND NEW.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD'))) THEN
        RAISE EXCEPTION 'INV-11 % and what it is attached to go different ways', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER unit_moves_with_its_home AFTER UPDATE ON unit
    FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.attached_to IS DISTINCT FROM NEW.attached_to)
    EXECUTE FUNCTION moves_with_its_home();

-- A unit as it stands, for those who price, sell, hold and show it: a plain view, which they may join and whose rows they may lock.
DROP VIEW IF EXISTS unit_standing;
CREATE VIEW unit_standing AS
SELECT id, project, building, section, floor, room, door, label, product_type, layout, view, attached_to, attached_apart, state,
       is_sold(state) AS sold, price_version, open_change, open_request, version
FROM unit;

-- The names of a project's buildings; a project without any has one row.
DROP VIEW IF EXISTS project_building;
CREATE VIEW project_building AS
SELECT p.code AS project, b.id AS building, b.name FROM project p LEFT JOIN building b ON b.project = p.code;

-- AOF-1: the same names at a moment, and since when there is the project.
CREATE OR REPLACE FUNCTION project_building_as_of(its text, moment timestamptz)
RETURNS TABLE (project text, since timestamptz, building uuid, name text) LANGUAGE sql STABLE AS $$
    SELECT p.code, p.created_at, b.id, b.name FROM project p LEFT JOIN building_as_of($1, $2) b ON true WHERE p.code = $1
$$;
