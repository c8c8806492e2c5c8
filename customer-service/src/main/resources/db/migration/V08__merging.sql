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
