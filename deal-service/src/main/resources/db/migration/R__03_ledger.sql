-- FIN-2: an entry and its postings together; checked at the end of the transaction, when all of them are there.
CREATE OR REPLACE FUNCTION entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry_id   uuid := CASE TG_TABLE_NAME WHEN 'posting' THEN (to_jsonb(NEW) ->> 'entry')::uuid ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
    difference numeric;
    lines      int;
BEGIN
    SELECT coalesce(sum(debit - credit), 0), count(*) INTO difference, lines FROM posting WHERE entry = entry_id;
    IF difference <> 0 OR lines < 2 THEN
        RAISE EXCEPTION 'ledger entry % does not balance: % over % lines', entry_id, difference, lines
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS posting_balances ON posting;
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances();
DROP TRIGGER IF EXISTS ledger_entry_balances ON ledger_entry;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances();
