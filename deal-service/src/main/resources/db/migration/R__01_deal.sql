-- Each stage is put on record by the database itself.
CREATE OR REPLACE FUNCTION record_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR OLD.stage <> NEW.stage THEN
        INSERT INTO deal_stage (deal, seq, from_stage, to_stage, at, by)
        SELECT NEW.id, coalesce(max(seq), 0) + 1, CASE WHEN TG_OP = 'INSERT' THEN '-' ELSE OLD.stage END, NEW.stage,
               NEW.stage_since, coalesce(nullif(current_setting('anchang.actor', true), ''), 'unknown')
        FROM deal_stage WHERE deal = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER deal_stage_recorded AFTER INSERT OR UPDATE OF stage ON deal FOR EACH ROW EXECUTE FUNCTION record_stage();

-- DEP-3: what the signed order form promises as deposit; no contract is signed on less.
CREATE OR REPLACE FUNCTION contract_has_its_deposit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.deposit_total < NEW.deposit_agreed THEN
        RAISE EXCEPTION 'deal % is signed on % of the % that its order form promises (DEP-3)',
            NEW.id, OLD.deposit_total, NEW.deposit_agreed USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER deal_contract_has_its_deposit BEFORE UPDATE OF stage ON deal FOR EACH ROW
    WHEN (NEW.stage = 'CONTRACTED' AND OLD.stage <> 'CONTRACTED') EXECUTE FUNCTION contract_has_its_deposit();

-- Checked at the end of the transaction: until then, buyers come and go one by one. (A constraint trigger cannot be replaced.)
CREATE OR REPLACE FUNCTION buyers_own_the_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    shares numeric;
BEGIN
    SELECT sum(share) INTO shares FROM buyer WHERE deal = NEW.deal AND replaced_at IS NULL;
    IF shares <> 100 THEN
        RAISE EXCEPTION 'the shares of the buyers of % add up to %', NEW.deal, shares USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS buyer_shares ON buyer;
CREATE CONSTRAINT TRIGGER buyer_shares AFTER INSERT OR UPDATE ON buyer
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION buyers_own_the_whole();

-- What others read of a deal beside its own tables: where it stands, at which price (by the list, until a form is signed), and
-- what people call it: its home, and its buyers, or the customer before
-- a form names them, as far as everybody may read them (CUS-6).
CREATE OR REPLACE VIEW deal_standing AS
SELECT d.id AS deal, d.project, d.ticket, d.stage, d.consultant, d.deposit_total, d.end_reason, d.payout_on,
       coalesce(d.total, (SELECT sum(l.list_total) FROM deal_line l WHERE l.deal = d.id)) AS price,
       (SELECT l.label FROM deal_line l WHERE l.deal = d.id AND l.kind = 'HOME') AS home,
       coalesce((SELECT string_agg(b.name_masked, '、' ORDER BY b.position) FROM buyer b
                 WHERE b.deal = d.id AND b.replaced_at IS NULL), customer_name(d.customer)) AS buyers,
       d.channel, d.broker, d.registration
FROM deal d;

-- RPT-1: each move of a deal with what it was about and the stages that the deal had come through before.
CREATE OR REPLACE VIEW deal_moved AS
SELECT s.deal, d.project, s.to_stage, s.at, d.consultant, h.label AS home, h.building,
       coalesce(d.total, (SELECT sum(l.list_total) FROM deal_line l WHERE l.deal = d.id)) AS price,
       ARRAY(SELECT e.to_stage FROM deal_stage e WHERE e.deal = s.deal AND e.seq < s.seq) AS passed, h.unit
FROM deal_stage s JOIN deal d ON d.id = s.deal JOIN deal_line h ON h.deal = d.id AND h.kind = 'HOME';
