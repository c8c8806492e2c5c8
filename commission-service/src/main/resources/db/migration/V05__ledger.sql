-- COM-4: the ledger. What a commission stands at is the sum of its entries, to the cent.
CREATE TABLE commission_entry (
    id           uuid          PRIMARY KEY,
    commission   uuid          NOT NULL REFERENCES commission,
    project      text          NOT NULL,
    deal         uuid          NOT NULL,
    consultant   text          NOT NULL,
    kind         text          NOT NULL CHECK (kind IN ('EARNED', 'ADJUSTED', 'REVERSED', 'PAID')),
    part         text          CHECK (part IN ('AT_EARNING', 'WITH_FILING', 'WITH_COLLECTIONS')),
    amount       numeric(14,2) NOT NULL CHECK (amount <> 0),
    reason       text          NOT NULL,
    plan_version int,
    counts_on    date          NOT NULL,
    made_at      timestamptz   NOT NULL,
    recorded_at  timestamptz   NOT NULL DEFAULT this_moment(),
    CONSTRAINT commission_entry_paid_by_part CHECK ((kind = 'PAID') = (part IS NOT NULL))
);
COMMENT ON COLUMN commission_entry.part IS 'The part of the plan that was paid out or taken back';
COMMENT ON COLUMN commission_entry.recorded_at IS 'AOF-1: from when on it counts, the same moment as all that its transaction changed';
CREATE INDEX commission_entry_commission ON commission_entry (commission, id);
CREATE INDEX commission_entry_statement ON commission_entry (project, consultant, counts_on, id);
SELECT append_only('commission_entry');
