-- CUS-10: what was known of a person before it was put right, and why: each field that changed, sealed as it is where it stands.
CREATE TABLE customer_correction (
    id           uuid        PRIMARY KEY,
    project      text        NOT NULL,
    customer     uuid        NOT NULL REFERENCES customer,
    field        text        NOT NULL CHECK (field IN ('NAME', 'GENDER', 'CHANNEL', 'SOURCE', 'INTRODUCER', 'NOTE', 'PHONE', 'BROKER', 'REGISTRATION')),
    before_value text,
    after_value  text,
    reason       text        NOT NULL CHECK (reason <> ''),
    corrected_by text        NOT NULL,
    corrected_at timestamptz NOT NULL,
    CHECK (before_value IS NOT NULL OR after_value IS NOT NULL)
);
CREATE INDEX customer_correction_customer ON customer_correction (customer, id);
SELECT audited('customer_correction');
SELECT append_only('customer_correction');
