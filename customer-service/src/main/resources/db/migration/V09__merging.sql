-- CUS-3: two records were one person's.
CREATE TABLE customer_merge (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    customer  uuid        NOT NULL REFERENCES customer,
    merged    uuid        NOT NULL REFERENCES customer,
    reason    text        NOT NULL CHECK (reason <> ''),
    merged_by text        NOT NULL,
    merged_at timestamptz NOT NULL,
    CHECK (customer <> merged)
);
CREATE INDEX customer_merge_customer ON customer_merge (customer, id);
SELECT audited('customer_merge');
SELECT append_only('customer_merge');

-- CUS-3: what a merge has changed, so that it can be undone exactly: whose the record was that went, and what had gone into it before. A record is
-- in one merge that stands, at most.
CREATE TABLE merge_standing (
    merge        uuid        PRIMARY KEY REFERENCES customer_merge,
    merged       uuid        NOT NULL REFERENCES customer,
    former_owner text        NOT NULL,
    records      uuid[]      NOT NULL,
    reason       text,
    undone_by    text,
    undone_at    timestamptz,
    CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX merge_standing_merged ON merge_standing (merged) WHERE undone_at IS NULL;
SELECT audited('merge_standing', 'merge');

-- What of the record that stayed was otherwise before, and how it was made; sealed.
CREATE TABLE merge_change (
    id           uuid PRIMARY KEY,
    merge        uuid NOT NULL REFERENCES customer_merge,
    field        text NOT NULL CHECK (field IN ('NAME', 'GENDER', 'CHANNEL', 'SOURCE', 'INTRODUCER', 'INTENT_GRADE', 'NOTE', 'FIRST_CONSULTANT', 'BROKER', 'REGISTRATION')),
    before_value text,
    after_value  text,
    UNIQUE (merge, field)
);
SELECT append_only('merge_change');
