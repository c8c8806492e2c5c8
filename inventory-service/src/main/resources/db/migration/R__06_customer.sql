-- CUS-3: the record that stands for a customer: their own, or the one it went into.
CREATE OR REPLACE FUNCTION standing_customer(its_customer uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT merged_into FROM known_customer WHERE customer = its_customer), its_customer)
$$;

-- SEC-1: whether the customer is known to be another consultant's, or another project's. Nothing is said against one of whom
-- customer-service has not told yet, so that a hold never waits for an event.
CREATE OR REPLACE FUNCTION customer_is_anothers(its_project text, its_consultant text, its_customer uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM known_customer asked JOIN known_customer k ON k.customer = coalesce(asked.merged_into, asked.customer)
        WHERE asked.customer = its_customer
          AND (k.project <> its_project OR k.owner <> its_consultant
               AND NOT EXISTS (SELECT 1 FROM known_reception r WHERE r.customer = k.customer AND r.receiver = its_consultant)))
$$;

-- INV-13: the customer of a ticket stays once something was held with it, except that two records of one person become one (CUS-3).
CREATE OR REPLACE FUNCTION ticket_customer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM hold WHERE ticket = NEW.id) AND standing_customer(OLD.customer) IS DISTINCT FROM NEW.customer THEN
        RAISE EXCEPTION 'INV-13 something was held with ticket %, its customer stays', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER ticket_customer_stays BEFORE UPDATE OF customer ON ticket FOR EACH ROW
    WHEN (OLD.customer IS DISTINCT FROM NEW.customer) EXECUTE FUNCTION ticket_customer_stays();
