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
    field        text NOT NULL CHECK (field IN ('NAME', 'GENDER', 'CHANNEL', 'SOURCE', 'INTRODUCER', 'INTENT_GRADE', 'NOTE', 'FIRST_CONSULTANT')),
    before_value text,
    after_value  text,
    UNIQUE (merge, field)
);
SELECT append_only('merge_change');
