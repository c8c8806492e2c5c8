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
