-- CON-6, RFD-2: a mortgage can be cancelled.
CREATE TABLE mortgage (
    id              uuid          PRIMARY KEY,
    deal            uuid          NOT NULL REFERENCES deal,
    project         text          NOT NULL,
    bank            text          NOT NULL,
    loan_amount     numeric(14,2) NOT NULL CHECK (loan_amount > 0),
    approved_amount numeric(14,2) CHECK (approved_amount > 0),
    state           text          NOT NULL CHECK (state IN ('COLLECTING', 'SUBMITTED', 'APPROVED', 'REFUSED', 'DISBURSED', 'CANCELLED')),
    state_since     timestamptz   NOT NULL,
    cancelled_on    date,
    reason          text,
    version         bigint        NOT NULL,
    CHECK (state <> 'CANCELLED' OR cancelled_on IS NOT NULL AND reason IS NOT NULL)
);
CREATE UNIQUE INDEX mortgage_one ON mortgage (deal);
SELECT audited('mortgage');

CREATE TABLE mortgage_document (
    id           uuid PRIMARY KEY,
    mortgage     uuid NOT NULL REFERENCES mortgage,
    position     int  NOT NULL,
    name         text NOT NULL,
    due_on       date,
    submitted_on date,
    received_by  text
);
-- INV-17: however it is written.
CREATE UNIQUE INDEX mortgage_document_name ON mortgage_document (mortgage, name_key(name));
SELECT audited('mortgage_document');
