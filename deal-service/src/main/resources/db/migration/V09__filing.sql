-- CON-6, RFD-2: a filing can be cancelled; a filed deal may be given up after that.
CREATE TABLE filing (
    id                  uuid        PRIMARY KEY,
    deal                uuid        NOT NULL REFERENCES deal,
    project             text        NOT NULL,
    state               text        NOT NULL CHECK (state IN ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'CANCELLED')),
    submitted_by        text        NOT NULL,
    submitted_at        timestamptz NOT NULL,
    registration_number text,
    filed_on            date,
    cancelled_on        date,
    reason              text,
    version             bigint      NOT NULL,
    CHECK (state <> 'ACCEPTED' OR registration_number IS NOT NULL AND filed_on IS NOT NULL),
    CHECK (name_key(registration_number) <> ''),
    CHECK (state <> 'RETURNED' OR reason IS NOT NULL),
    CHECK (state <> 'CANCELLED' OR cancelled_on IS NOT NULL AND reason IS NOT NULL)
);
CREATE UNIQUE INDEX filing_one_open ON filing (deal) WHERE state NOT IN ('RETURNED', 'CANCELLED');
-- INV-17: however it is written.
CREATE UNIQUE INDEX filing_registration ON filing (project, name_key(registration_number));
SELECT audited('filing');
