-- DEP-3: what the signed order form promises as deposit; no contract is signed on less.
ALTER TABLE deal ADD deposit_agreed numeric(14,2) CHECK (deposit_agreed >= 0);
COMMENT ON COLUMN deal.deposit_agreed IS 'All deposits together by the signed order form that counts; empty where none counts';
UPDATE deal d SET deposit_agreed = f.deposit FROM order_form f WHERE f.id = d.order_form;

CREATE FUNCTION contract_has_its_deposit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.deposit_total < NEW.deposit_agreed THEN
        RAISE EXCEPTION 'deal % is signed on % of the % that its order form promises (DEP-3)',
            NEW.id, OLD.deposit_total, NEW.deposit_agreed USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER deal_contract_has_its_deposit BEFORE UPDATE OF stage ON deal FOR EACH ROW
    WHEN (NEW.stage = 'CONTRACTED' AND OLD.stage <> 'CONTRACTED') EXECUTE FUNCTION contract_has_its_deposit();

-- DEP-1, SWP-3: a deal claims a hold once. Earlier claims of the same hold give way to the one that was settled, or
-- to the last.
DELETE FROM unit_claim a USING unit_claim b
WHERE a.deal = b.deal AND a.hold = b.hold AND a.id <> b.id
  AND ((a.settled_at IS NOT NULL), a.asked_at, a.id) < ((b.settled_at IS NOT NULL), b.asked_at, b.id);
DROP INDEX unit_claim_one_open;
CREATE UNIQUE INDEX unit_claim_once ON unit_claim (deal, hold);

-- RFD-1: when finance pays out what a refund owes, and why it was paid before that.
ALTER TABLE deal ADD payout_on date CHECK (payout_on IS NULL OR stage = 'REFUNDED');
ALTER TABLE refund_payout ADD early_reason text;
CREATE INDEX posting_payable ON posting (deal) INCLUDE (debit, credit) WHERE account = 'REFUNDS_PAYABLE';

-- DEP-5: a book is kept by a person, whom somebody names.
ALTER TABLE receipt_book ALTER keeper DROP NOT NULL;
UPDATE receipt_book SET keeper = NULL;
ALTER TABLE receipt_book ADD kept_since timestamptz;
ALTER TABLE receipt_book ADD CHECK ((keeper IS NULL) = (kept_since IS NULL));

-- Section 9: the account that the money went to; each permit may have its own supervised account.
ALTER TABLE receipt ADD account_number text;
