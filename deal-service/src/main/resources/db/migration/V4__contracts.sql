-- CON-1 … CON-3, CON-6
CREATE TABLE contract (
    id         uuid          PRIMARY KEY,
    deal       uuid          NOT NULL REFERENCES deal,
    project    text          NOT NULL,
    number     text          NOT NULL,
    scheme     text          NOT NULL CHECK (scheme IN ('LUMP_SUM', 'MORTGAGE', 'INSTALMENTS')),
    total      numeric(14,2) NOT NULL CHECK (total > 0),
    order_form uuid          NOT NULL REFERENCES order_form,
    signed_on  date          NOT NULL,
    file_by    date          NOT NULL,
    signed_by  text          NOT NULL,
    signed_at  timestamptz   NOT NULL,
    ended_at   timestamptz
);
CREATE UNIQUE INDEX contract_number ON contract (project, number);
CREATE UNIQUE INDEX contract_one_counts ON contract (deal) WHERE ended_at IS NULL;
SELECT audited('contract');

CREATE TABLE mortgage (
    id              uuid          PRIMARY KEY,
    deal            uuid          NOT NULL REFERENCES deal,
    project         text          NOT NULL,
    bank            text          NOT NULL,
    loan_amount     numeric(14,2) NOT NULL CHECK (loan_amount > 0),
    approved_amount numeric(14,2) CHECK (approved_amount > 0),
    state           text          NOT NULL CHECK (state IN ('COLLECTING', 'SUBMITTED', 'APPROVED', 'REFUSED', 'DISBURSED')),
    state_since     timestamptz   NOT NULL,
    reason          text,
    version         bigint        NOT NULL
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
    received_by  text,
    UNIQUE (mortgage, name)
);
SELECT audited('mortgage_document');

CREATE TABLE filing (
    id                  uuid        PRIMARY KEY,
    deal                uuid        NOT NULL REFERENCES deal,
    project             text        NOT NULL,
    state               text        NOT NULL CHECK (state IN ('SUBMITTED', 'ACCEPTED', 'RETURNED')),
    submitted_by        text        NOT NULL,
    submitted_at        timestamptz NOT NULL,
    registration_number text,
    filed_on            date,
    reason              text,
    version             bigint      NOT NULL,
    CHECK (state <> 'ACCEPTED' OR registration_number IS NOT NULL AND filed_on IS NOT NULL),
    CHECK (state <> 'RETURNED' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX filing_one_open ON filing (deal) WHERE state <> 'RETURNED';
CREATE UNIQUE INDEX filing_registration ON filing (project, registration_number);
SELECT audited('filing');
