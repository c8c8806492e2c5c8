-- CUS-9, SEC-1: tokens say whose the customer is who stands, so that one index finds own customers of a name.
CREATE OR REPLACE FUNCTION tokens_follow_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE customer_token SET owner = NEW.owner WHERE customer = NEW.id AND owner <> NEW.owner;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS customer_tokens ON customer;
CREATE TRIGGER customer_tokens AFTER UPDATE OF owner ON customer FOR EACH ROW
    WHEN (NEW.owner IS DISTINCT FROM OLD.owner) EXECUTE FUNCTION tokens_follow_owner();
