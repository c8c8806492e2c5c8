-- What others ask for: by whose chain an approval goes (APR-7).
CREATE OR REPLACE VIEW written_chain AS SELECT id AS chain, author FROM approval_chain;

-- APR-7: a form goes by a chain that somebody has confirmed, or by that of the printed form.
CREATE OR REPLACE FUNCTION go_by_confirmed_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM approval_chain c WHERE c.id = NEW.chain
                   AND (c.version = 1 OR EXISTS (SELECT 1 FROM approval_chain_confirmation f WHERE f.chain = c.id))) THEN
        RAISE EXCEPTION 'a chain counts once it is confirmed (APR-7)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER approval_by_confirmed_chain BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION go_by_confirmed_chain();

-- APR-7: whoever wrote a chain signs no form that goes by it.
CREATE OR REPLACE FUNCTION refuse_author_of_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.task IS NOT NULL AND EXISTS (
        SELECT 1 FROM approval a JOIN approval_chain c ON c.id = a.chain WHERE a.id = NEW.approval AND c.author = NEW.person) THEN
        RAISE EXCEPTION 'the author of a chain is no signer of it (APR-7)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER signature_not_of_author BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION refuse_author_of_chain();
