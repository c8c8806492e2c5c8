-- CUS-3: two records were one person's. The row of the one that is gone stays, and all that was recorded under it: its
-- visits, talks, owners and numbers are found through merged_into, which always leads to a record that stands.
CREATE TABLE customer_merge (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    customer  uuid        NOT NULL REFERENCES customer,
    merged    uuid        NOT NULL UNIQUE REFERENCES customer,
    reason    text        NOT NULL CHECK (reason <> ''),
    merged_by text        NOT NULL,
    merged_at timestamptz NOT NULL,
    CHECK (customer <> merged)
);
CREATE INDEX customer_merge_customer ON customer_merge (customer, id);
ALTER TABLE customer ADD CONSTRAINT customer_is_not_merged_into_itself CHECK (merged_into <> id);
CREATE INDEX customer_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL;
SELECT audited('customer_merge');
SELECT append_only('customer_merge');
