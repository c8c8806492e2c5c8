-- SWP, RFD, REN, DIS, LAY: what a request asks for, as far as carrying it out needs it.
ALTER TABLE change_request
    ADD COLUMN detail    jsonb NOT NULL,
    ADD COLUMN successor uuid,
    ADD CHECK (form <> 'SWAP' OR (hold IS NOT NULL AND unit IS NOT NULL AND successor IS NOT NULL)),
    ADD CHECK ((form = 'RENAME') = (sealed IS NOT NULL)),
    ADD CHECK ((outcome IS NULL) = (closed_at IS NULL));
COMMENT ON COLUMN change_request.successor IS 'SWP-3: the deal for which the new unit is held; exists once the swap is done';
CREATE UNIQUE INDEX change_request_one_swap_into_unit ON change_request (unit) WHERE closed_at IS NULL;

-- RFD-2: money given back, with its record.
CREATE TABLE refund_payout (
    id      uuid          PRIMARY KEY,
    deal    uuid          NOT NULL REFERENCES deal,
    project text          NOT NULL,
    amount  numeric(14,2) NOT NULL CHECK (amount > 0),
    slip    text          NOT NULL CHECK (slip <> ''),
    entry   uuid          NOT NULL UNIQUE REFERENCES ledger_entry,
    paid_on date          NOT NULL,
    paid_by text          NOT NULL,
    paid_at timestamptz   NOT NULL
);
CREATE INDEX refund_payout_of_deal ON refund_payout (deal);
SELECT append_only('refund_payout');
SELECT audited('refund_payout');

-- REN-1: new buyers are written before the old ones are marked as replaced; what counts is how it is in the end.
DROP INDEX buyer_one_main;
ALTER TABLE buyer ADD CONSTRAINT buyer_one_main
    EXCLUDE USING btree (deal WITH =) WHERE (main AND replaced_at IS NULL) DEFERRABLE INITIALLY DEFERRED;
