-- INV-5: the clock of a hold stands still while the order form is being written, for some minutes in all. A pause moves the end of
-- the hold ahead by all that is left of them, going on takes back what was not used: so a pause ends by itself.
ALTER TABLE hold ADD paused_until timestamptz;
ALTER TABLE hold ADD pause_granted interval NOT NULL DEFAULT interval '0' CHECK (pause_granted >= interval '0');
COMMENT ON COLUMN hold.paused_until IS 'By the clock of the database; past once the pause ended by itself';
COMMENT ON COLUMN hold.pause_granted IS 'By how much all pauses moved expires_at ahead, the open one in full';
CREATE INDEX hold_waiting_customer ON hold (project, customer) WHERE ended_at IS NULL AND deal IS NULL;

-- INV-5: how many holds consultant and customer have without a deal, one of them left out. It lets no two count at a time who would
-- count each other, and is VOLATILE so that it counts what was committed while it waited. The consultant's lock always comes first.
CREATE FUNCTION holds_besides(one uuid, its_project text, its_consultant text, its_customer uuid,
                              OUT of_consultant int, OUT for_customer int) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('hold of ' || its_project || ' ' || its_consultant, 0)),
            pg_advisory_xact_lock(hashtextextended('hold for ' || its_project || ' ' || its_customer, 0));
    SELECT (SELECT count(*) FROM hold WHERE project = its_project AND consultant = its_consultant AND ended_at IS NULL
                AND deal IS NULL AND expires_at > clock_timestamp() AND id <> one),
           (SELECT count(*) FROM hold WHERE project = its_project AND customer = its_customer AND ended_at IS NULL
                AND deal IS NULL AND expires_at > clock_timestamp() AND id <> one)
    INTO of_consultant, for_customer;
END $$;

-- A hold with the prices that it froze. INV-12: floor_together is that of the home and of what is priced apart.
CREATE OR REPLACE VIEW hold_listing AS
SELECT h.id, h.unit, h.project, h.customer, h.consultant, h.held_at, h.started_at, h.expires_at, h.deal, h.ended_at, h.end_reason,
       h.price_version, p.basis, p.unit_price, p.list_total, p.floor_price,
       a.kind AS area_kind, a.building_area, a.interior_area, a.garden_area, a.other_area,
       CASE WHEN h.paused_until > clock_timestamp() THEN h.paused_until END AS paused_until,
       (SELECT count(*) FROM hold_attached t WHERE t.hold = h.id) AS taken_along,
       (SELECT sum(f.floor_price) FROM (
            SELECT p.floor_price
            UNION ALL SELECT q.floor_price FROM hold_attached t JOIN unit_price q ON q.unit = t.unit AND q.version = t.price_version
            WHERE t.hold = h.id AND t.apart) f) AS floor_together
FROM hold h
JOIN unit_price p ON p.unit = h.unit AND p.version = h.price_version
JOIN unit_area a ON a.id = p.area;

-- INV-5: who is to be told when a unit that is held or has a deal becomes free again, in the order in which they came. It is no claim.
CREATE TABLE waiting_place (
    id         uuid        PRIMARY KEY,
    unit       uuid        NOT NULL REFERENCES unit,
    project    text        NOT NULL,
    customer   uuid        NOT NULL,
    consultant text        NOT NULL,
    joined_at  timestamptz NOT NULL,
    told       int         NOT NULL DEFAULT 0 CHECK (told >= 0),
    told_at    timestamptz,
    head_start_until timestamptz,
    ended_at   timestamptz,
    end_reason text,
    CHECK ((told = 0) = (told_at IS NULL)),
    CHECK (head_start_until IS NULL OR told > 0),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
COMMENT ON COLUMN waiting_place.told IS 'How often; whoever was told less often comes first';
COMMENT ON COLUMN waiting_place.head_start_until IS 'By the clock of the database: until then nobody else may hold the unit';
CREATE UNIQUE INDEX waiting_place_one_live ON waiting_place (unit, customer) WHERE ended_at IS NULL;
CREATE INDEX waiting_place_of ON waiting_place (project, consultant) WHERE ended_at IS NULL;
CREATE INDEX waiting_place_listed ON waiting_place (project, id);
SELECT audited('waiting_place');

-- A place in line with its unit, and how many come before it.
CREATE VIEW waiting_listing AS
SELECT w.id, w.unit, w.project, w.customer, w.consultant, w.joined_at, w.told, w.told_at, w.ended_at, w.end_reason,
       CASE WHEN w.head_start_until > clock_timestamp() THEN w.head_start_until END AS head_start_until,
       (SELECT count(*) FROM waiting_place b
        WHERE b.unit = w.unit AND b.ended_at IS NULL AND (b.told, b.id) < (w.told, w.id)) AS ahead, u.label, u.state
FROM waiting_place w JOIN unit u ON u.id = w.unit;

-- INV-1: two people edit a building, and neither writes over the other.
ALTER TABLE building ADD version bigint NOT NULL DEFAULT 0;
CREATE FUNCTION building_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER building_changes BEFORE UPDATE ON building FOR EACH ROW EXECUTE FUNCTION building_changes();

-- INV-11: a home that something is attached to stays a home, whoever corrects its type.
CREATE FUNCTION stays_a_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM unit WHERE attached_to = NEW.id) THEN
        RAISE EXCEPTION 'INV-11 a unit is attached to %, which is a home therefore', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER unit_stays_a_home AFTER UPDATE OF product_type ON unit FOR EACH ROW
    WHEN (OLD.product_type <> NEW.product_type AND NEW.product_type NOT IN ('RESIDENCE', 'SMALL_APARTMENT'))
    EXECUTE FUNCTION stays_a_home();
