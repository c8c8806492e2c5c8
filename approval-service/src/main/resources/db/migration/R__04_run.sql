-- APR-3: a signature goes on a place that is open.
CREATE OR REPLACE FUNCTION sign_open_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.task IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM approval_task t JOIN approval a ON a.id = t.approval
        WHERE t.id = NEW.task AND t.closed_at IS NULL AND a.state = 'RUNNING') THEN
        RAISE EXCEPTION 'nobody signs out of order (APR-3)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER signature_in_order BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION sign_open_place();

-- APR-3, APR-7: the places that wait, and what MaySign asks of a person: whose request it is, who wrote its chain, and who has decided
-- on the form, where nobody signs again.
DROP VIEW IF EXISTS signable_task;
CREATE VIEW signable_task AS
SELECT t.id, t.project, t.signers, t.due_at, a.form, a.request,
       a.applicant, w.author, CASE WHEN t.again THEN ARRAY[]::text[]
           ELSE ARRAY(SELECT d.person FROM decided_approval d WHERE d.approval = t.approval) END AS decided
FROM approval_task t JOIN asked_approval a ON a.approval = t.approval JOIN written_chain w ON w.chain = a.chain
WHERE t.closed_at IS NULL;
