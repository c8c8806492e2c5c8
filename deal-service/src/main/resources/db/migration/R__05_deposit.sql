-- DEP-3: once signed, a form may end and nothing else.
CREATE OR REPLACE FUNCTION keep_signed_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'DRAFT' AND (to_jsonb(OLD) - '{state,ended_at,end_reason,version}'::text[])
        <> (to_jsonb(NEW) - '{state,ended_at,end_reason,version}'::text[]) THEN
        RAISE EXCEPTION 'a signed order form is not altered (DEP-3)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER order_form_kept BEFORE UPDATE ON order_form FOR EACH ROW EXECUTE FUNCTION keep_signed_form();
