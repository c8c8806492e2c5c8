-- INV-4: who finds the row of a unit locked can tell a hold that is being made from whatever else keeps it for a moment (new prices, a
-- correction): a hold has this lock besides.
CREATE FUNCTION hold_of_unit(its_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended('hold of unit ' || its_id, 0)
$$;

-- Until the end of the transaction, which has locked the row of the unit.
CREATE FUNCTION hold_begins(its_id uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hold_of_unit(its_id));
    RETURN true;
END $$;

-- The state of a unit for somebody who wants to hold it: HELD as soon as another hold is being made. VOLATILE: where that has just
-- ended it sees how. Who was quicker may have the row and not yet this lock, so a unit is said to be free only after 20 milliseconds.
CREATE FUNCTION state_for_the_next(its_id uuid) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
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
