-- REC-6, COM-5: customers of whom it is not settled whose they are, as customer-events tell. What rests on them is frozen meanwhile.
CREATE TABLE ownership_dispute (
    dispute    uuid        PRIMARY KEY,
    customer   uuid        NOT NULL,
    decided_at timestamptz
);
CREATE INDEX ownership_dispute_open ON ownership_dispute (customer) WHERE decided_at IS NULL;
SELECT audited('ownership_dispute', 'dispute');

ALTER TABLE commission ADD COLUMN contested boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN commission.contested IS 'It is not settled whose the customer is; disputed: how the commission is divided';
