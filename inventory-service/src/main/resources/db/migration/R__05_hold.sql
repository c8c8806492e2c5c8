-- INV-13: a ticket holds a unit of its day's release, once it is called and there, for its customer and within its quota.
CREATE OR REPLACE FUNCTION hold_by_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM ticket t JOIN opening_day d ON d.id = t.day
                   JOIN release_unit r ON r.release = d.release AND r.unit = NEW.unit
                   WHERE t.id = NEW.ticket AND t.state = 'PRESENT' AND t.customer = NEW.customer
                     AND NEW.ticket_slot BETWEEN 1 AND d.quota) THEN
        RAISE EXCEPTION 'INV-13 ticket % cannot hold unit %', NEW.ticket, NEW.unit USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER hold_by_ticket BEFORE INSERT ON hold FOR EACH ROW
    WHEN (NEW.ticket IS NOT NULL) EXECUTE FUNCTION hold_by_ticket();

-- INV-5: how many holds consultant and customer have without a deal. It lets no two count at a time who would count each other, until the
-- end of the transaction, and is VOLATILE so that it counts what was committed while it waited. The consultant's lock always comes first.
CREATE OR REPLACE FUNCTION holds_so_far(its_project text, its_consultant text, its_customer uuid,
                                        OUT of_consultant int, OUT for_customer int) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('hold of ' || its_project || ' ' || its_consultant, 0)),
            pg_advisory_xact_lock(hashtextextended('hold for ' || its_project || ' ' || its_customer, 0));
    SELECT (SELECT count(*) FROM hold WHERE project = its_project AND consultant = its_consultant AND ended_at IS NULL
                AND deal IS NULL AND expires_at > clock_timestamp()),
           (SELECT count(*) FROM hold WHERE project = its_project AND customer = its_customer AND ended_at IS NULL
                AND deal IS NULL AND expires_at > clock_timestamp())
    INTO of_consultant, for_customer;
END $$;

-- INV-4: who finds the row of a unit locked can tell a hold that is being made from whatever else keeps it for a moment (new prices, a
-- correction): a hold has this lock besides.
CREATE OR REPLACE FUNCTION hold_of_unit(its_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended('hold of unit ' || its_id, 0)
$$;

-- Until the end of the transaction, which has locked the row of the unit.
CREATE OR REPLACE FUNCTION hold_begins(its_id uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hold_of_unit(its_id));
    RETURN true;
END $$;

-- The state of a unit for somebody who wants to hold it: HELD as soon as another hold is being made. VOLATILE: where that has just
-- ended it sees how. Who was quicker may have the row and not yet this lock, so a unit is said to be free only after 20 milliseconds.
CREATE OR REPLACE FUNCTION state_for_the_next(its_id uuid) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    its_state text;
BEGIN
    FOR look IN 1..4 LOOP
        IF NOT pg_try_advisory_lock_shared(hold_of_unit(its_id)) THEN
            RETURN 'HELD';
        END IF;
        PERFORM pg_advisory_unlock_shared(hold_of_unit(its_id));
        SELECT state INTO its_state FROM unit WHERE id = its_id;
        EXIT WHEN its_state <> 'AVAILABLE';
        PERFORM pg_sleep(0.005);
    END LOOP;
    RETURN its_state;
END $$;

-- A hold with the prices that it froze. INV-12: floor_together is that of the home and of what is priced apart.
DROP VIEW IF EXISTS hold_listing;
CREATE VIEW hold_listing AS
SELECT h.id, h.unit, h.project, h.customer, customer_name(h.customer) AS customer_name, h.consultant, h.held_at, h.started_at, h.expires_at,
       CASE WHEN h.paused_until > clock_timestamp() THEN h.paused_until END AS paused_until,
       h.deal, h.ended_at, h.end_reason, h.end_words,
       h.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       EXISTS (SELECT 1 FROM hold_attached t WHERE t.hold = h.id) AS has_taken_along,
       (SELECT sum(f.floor_price) FROM (
            SELECT p.floor_price
            UNION ALL SELECT q.floor_price FROM hold_attached t JOIN unit_price q ON q.unit = t.unit AND q.version = t.price_version
            WHERE t.hold = h.id AND t.apart) f) AS floor_together
FROM hold h
JOIN unit_price p ON p.unit = h.unit AND p.version = h.price_version
JOIN unit_area a ON a.id = p.area;

-- A hold that no deal has claimed, with its unit.
DROP VIEW IF EXISTS unclaimed_hold;
CREATE VIEW unclaimed_hold AS
SELECT h.id, h.project, h.unit, u.label, u.product_type, h.customer, customer_name(h.customer) AS customer_name, h.consultant, h.held_at,
       h.expires_at, CASE WHEN h.paused_until > clock_timestamp() THEN h.paused_until END AS paused_until
FROM hold h JOIN unit u ON u.id = h.unit
WHERE h.ended_at IS NULL AND h.deal IS NULL;

-- INV-5: who waits for a unit, and who has the turn, for whoever is about to hold it: a plain view. A place that was left keeps its turn until
-- it is passed on.
DROP VIEW IF EXISTS waiting_standing;
CREATE VIEW waiting_standing AS
SELECT unit, customer, turn_until, head_start_until, ended_at IS NULL AS is_live FROM waiting_place;

-- A place in line with its unit, and how many come before it.
DROP VIEW IF EXISTS waiting_listing;
CREATE VIEW waiting_listing AS
SELECT w.id, w.unit, u.label, u.state, w.project, w.customer, customer_name(w.customer) AS customer_name, w.consultant, w.joined_at, w.told, w.told_at, w.ended_at, w.end_reason, w.end_words,
       (SELECT count(*) FROM waiting_place b
        WHERE b.unit = w.unit AND b.ended_at IS NULL AND (b.told, b.id) < (w.told, w.id)) AS ahead,
       coalesce(w.turn_until > clock_timestamp() AND u.state = 'AVAILABLE', false) AS has_turn,
       CASE WHEN w.turn_until > clock_timestamp() AND u.state = 'AVAILABLE' THEN w.head_start_until END AS head_start_until
FROM waiting_place w JOIN unit u ON u.id = w.unit;

-- INV-11: what a hold took along with the home, at the prices that it froze.
DROP VIEW IF EXISTS hold_attached_listing;
CREATE VIEW hold_attached_listing AS
SELECT f.hold, u.id AS unit, u.label, b.name AS building, u.product_type, f.apart AS priced_apart, a.kind AS area_kind,
       a.building_area AS area, a.interior_area, p.basis AS price_basis, p.unit_price, p.list_total
FROM hold_attached f
JOIN unit u ON u.id = f.unit
JOIN building b ON b.id = u.building
JOIN unit_price p ON p.unit = f.unit AND p.version = f.price_version
JOIN unit_area a ON a.id = p.area;

-- INV-13: the customer of a ticket stays once something was held with it, except that two records of one person become one (CUS-3).
CREATE OR REPLACE FUNCTION ticket_customer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM hold WHERE ticket = NEW.id) AND standing_customer(OLD.customer) IS DISTINCT FROM NEW.customer THEN
        RAISE EXCEPTION 'INV-13 something was held with ticket %, its customer stays', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER ticket_customer_stays BEFORE UPDATE OF customer ON ticket FOR EACH ROW
    WHEN (OLD.customer IS DISTINCT FROM NEW.customer) EXECUTE FUNCTION ticket_customer_stays();

-- All that a unit has had, live and ended: each half by the index that has it.
CREATE OR REPLACE FUNCTION holds_of_unit(its_unit uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT id FROM hold WHERE unit = its_unit AND ended_at IS NULL
    UNION ALL SELECT id FROM hold WHERE unit = its_unit AND ended_at IS NOT NULL
$$;

-- AOF-1: who had the unit at a moment.
CREATE OR REPLACE FUNCTION holder_as_of(its_unit uuid, moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT was.consultant FROM holds_of_unit(its_unit) AS h (id) CROSS JOIN LATERAL hold_as_of(h.id, $2) was
    WHERE was.ended_at IS NULL
    ORDER BY was.id DESC LIMIT 1
$$;

-- AOF-1: which units of a project may be others than they were, or were not on the list yet: one probe of the audit's index for each unit and
-- hold, whatever has happened outside these two moments.
CREATE OR REPLACE FUNCTION changed_units(its text, since timestamptz, until timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT u.id FROM unit u
    WHERE u.project = $1
      AND (u.listed_at > $2
           OR EXISTS (SELECT FROM audit a
                      WHERE a.relation = 'unit' AND a.row_id = u.id::text AND a.moment > $2 AND a.moment <= $3)
           OR EXISTS (SELECT FROM holds_of_unit(u.id) AS h (id) JOIN audit a ON a.relation = 'hold' AND a.row_id = h.id::text
                      WHERE a.moment > $2 AND a.moment <= $3))
$$;
