-- INV-13: a ticket that is out can be put back into the queue by the manager, to its end, with a reason.
ALTER TABLE ticket_history ADD CONSTRAINT ticket_reinstated_for CHECK (what <> 'REINSTATE' OR reason <> '' AND reason IS NOT NULL);

-- The same table as TicketMove, which a test compares.
CREATE OR REPLACE FUNCTION ticket_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
            'LISTED>CHECKED_IN', 'CHECKED_IN>WAITING', 'LISTED>WAITING', 'WAITING>CALLED',
            'CALLED>PRESENT', 'CALLED>WAITING', 'CALLED>OUT', 'OUT>WAITING']) THEN
        RAISE EXCEPTION 'INV-13 no ticket goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
