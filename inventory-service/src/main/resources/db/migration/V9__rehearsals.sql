-- INV-8: opening days are rehearsed in a project of their own, which lists of projects leave out.
ALTER TABLE project ADD COLUMN rehearsal boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN project.rehearsal IS 'Copies of releases under load, nothing of it is for sale';

-- What is real stays real: nobody turns a project into a place for rehearsals, or a rehearsal into a sale.
CREATE FUNCTION project_stays_real() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'project % is % for a rehearsal, and stays so', OLD.code, CASE WHEN OLD.rehearsal THEN 'there' ELSE 'not there' END
        USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER project_stays_real BEFORE UPDATE OF rehearsal ON project FOR EACH ROW
    WHEN (OLD.rehearsal <> NEW.rehearsal) EXECUTE FUNCTION project_stays_real();
