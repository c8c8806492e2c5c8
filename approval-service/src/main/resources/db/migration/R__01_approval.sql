-- What others ask for: whose request an approval is, and who has decided on which (APR-3).
CREATE OR REPLACE VIEW asked_approval AS SELECT id AS approval, request, applicant, chain, form FROM approval;
CREATE OR REPLACE VIEW decided_approval AS SELECT approval, person FROM signature WHERE task IS NOT NULL;

-- APR-1, APR-4: the form and its chain stay as they were when it began, and all of it once it has ended.
CREATE OR REPLACE FUNCTION keep_ended_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'RUNNING' THEN
        RAISE EXCEPTION 'an ended approval is not altered (APR-4)' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.project, OLD.form, OLD.request, OLD.deal, OLD.applicant, OLD.chain, OLD.chain_version)
        IS DISTINCT FROM (NEW.project, NEW.form, NEW.request, NEW.deal, NEW.applicant, NEW.chain, NEW.chain_version) THEN
        RAISE EXCEPTION 'a running approval keeps its form and chain (APR-1)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER approval_kept BEFORE UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION keep_ended_approval();

-- APR-5: whoever ends an approval, its outcome is written with it.
CREATE OR REPLACE FUNCTION record_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO approval_outcome (request, approval, outcome, ended_at) VALUES (NEW.request, NEW.id, NEW.state, NEW.ended_at);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER approval_ended AFTER UPDATE ON approval FOR EACH ROW
    WHEN (NEW.state <> 'RUNNING') EXECUTE FUNCTION record_outcome();
