-- REF-1: who is said to have brought whom, where that was said after the registration; the latest counts and stands in the customer itself.
CREATE TABLE introduction_change (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    customer   uuid        NOT NULL REFERENCES customer,
    introducer uuid        NOT NULL REFERENCES customer,
    reason     text        NOT NULL,
    said_by    text        NOT NULL,
    said_at    timestamptz NOT NULL,
    CHECK (customer <> introducer)
);
CREATE INDEX introduction_change_customer ON introduction_change (customer, id);
SELECT audited('introduction_change');
SELECT append_only('introduction_change');
