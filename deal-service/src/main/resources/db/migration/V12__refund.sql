-- RFD-2: money given back, with its record. RFD-1: why it was paid before its day.
CREATE TABLE refund_payout (
    id           uuid          PRIMARY KEY,
    deal         uuid          NOT NULL REFERENCES deal,
    project      text          NOT NULL,
    amount       numeric(14,2) NOT NULL CHECK (amount > 0),
    slip         text          NOT NULL CHECK (slip <> ''),
    entry        uuid          NOT NULL UNIQUE REFERENCES ledger_entry,
    paid_on      date          NOT NULL,
    paid_by      text          NOT NULL,
    paid_at      timestamptz   NOT NULL,
    early_reason      text,
    same_slip_because text
);
COMMENT ON COLUMN refund_payout.same_slip_because IS 'Why money left once more on a slip that was used before';
-- INV-17: a slip stands for money that left once, unless somebody said why.
CREATE UNIQUE INDEX refund_payout_slip ON refund_payout (project, name_key(slip)) WHERE same_slip_because IS NULL;
CREATE INDEX refund_payout_of_deal ON refund_payout (deal);
SELECT append_only('refund_payout');
SELECT audited('refund_payout');
