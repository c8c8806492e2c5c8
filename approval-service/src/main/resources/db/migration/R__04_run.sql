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
