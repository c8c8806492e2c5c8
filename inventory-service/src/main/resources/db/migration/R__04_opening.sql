-- INV-13: the same table as OpeningDayMove, which a test compares.
CREATE OR REPLACE FUNCTION opening_day_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'PLANNED>CHECK_IN', 'CHECK_IN>DRAWN', 'DRAWN>RUNNING', 'RUNNING>ENDED',
            'PLANNED>CALLED_OFF', 'CHECK_IN>CALLED_OFF', 'DRAWN>CALLED_OFF']) THEN
        RAISE EXCEPTION 'INV-13 no opening day goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER opening_day_moves BEFORE UPDATE ON opening_day FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION opening_day_moves();

-- INV-13: nobody is called to choose from what is not on sale.
CREATE OR REPLACE FUNCTION opening_day_starts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM release WHERE id = NEW.release AND state = 'OPEN') THEN
        RAISE EXCEPTION 'INV-13 the release of opening day % is not open', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER opening_day_starts BEFORE UPDATE ON opening_day FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND NEW.state = 'RUNNING') EXECUTE FUNCTION opening_day_starts();

-- INV-13: the same table as TicketMove, which a test compares. A ticket that is out can be put back into the queue by the manager, to its
-- end, with a reason.
CREATE OR REPLACE FUNCTION ticket_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'LISTED>CHECKED_IN', 'CHECKED_IN>WAITING', 'LISTED>WAITING', 'WAITING>CALLED',
            'CALLED>PRESENT', 'CALLED>WAITING', 'CALLED>OUT', 'OUT>WAITING']) THEN
        RAISE EXCEPTION 'INV-13 no ticket goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER ticket_moves BEFORE UPDATE ON ticket FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ticket_moves();

-- INV-13: units that are kept for the tickets of an opening day while it is on.
DROP VIEW IF EXISTS kept_unit;
DROP VIEW IF EXISTS opening_day_on;
CREATE VIEW opening_day_on AS SELECT id, release FROM opening_day WHERE state NOT IN ('ENDED', 'CALLED_OFF');
CREATE VIEW kept_unit AS
SELECT r.unit, d.id AS day FROM release_unit r JOIN opening_day_on d ON d.release = r.release WHERE NOT r.withdrawn;

-- Tickets as they stand, without what is sealed: for the board and the draw.
DROP VIEW IF EXISTS ticket_standing;
CREATE VIEW ticket_standing AS
SELECT id, day, number, state, turn, behind, desk, called_at, appear_until, version FROM ticket;

-- What happened to a ticket itself.
DROP VIEW IF EXISTS ticket_history_listing;
CREATE VIEW ticket_history_listing AS
SELECT id, ticket, at, person, what, from_state, to_state, desk, reason FROM ticket_history;
