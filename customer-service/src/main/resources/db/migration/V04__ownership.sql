-- REC-6, TRK-2, TRK-5: whose customer it was, how and why that changed, and who decided. The owner `*` is nobody: the public pool (decision 36).
CREATE TABLE owner_change (
    id         uuid        PRIMARY KEY,
    customer   uuid        NOT NULL REFERENCES customer,
    project    text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('DECIDED', 'MERGED', 'POOLED', 'CLAIMED', 'RECEIVED', 'HANDED_OVER', 'UNMERGED')),
    from_owner text        NOT NULL,
    to_owner   text        NOT NULL CHECK (to_owner <> from_owner),
    reason     text        CHECK (reason <> ''),
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL,
    CHECK (reason IS NOT NULL OR kind IN ('POOLED', 'CLAIMED', 'RECEIVED')),
    CHECK (kind NOT IN ('POOLED', 'CLAIMED', 'RECEIVED') OR (kind = 'POOLED') = (to_owner = '*')),
    CHECK (kind NOT IN ('CLAIMED', 'RECEIVED') OR from_owner = '*')
);
COMMENT ON COLUMN owner_change.reason IS 'Sealed. None where a rule moved the customer, or somebody took them from the pool';
CREATE INDEX owner_change_customer ON owner_change (customer, id);
CREATE INDEX owner_change_claims ON owner_change (project, to_owner, decided_at) WHERE kind = 'CLAIMED';
SELECT append_only('owner_change');

-- TRK-5: when the rules of the pool are applied next, in all projects.
CREATE TABLE pool_round (
    one     boolean     PRIMARY KEY DEFAULT true CHECK (one),
    next_at timestamptz NOT NULL
);
INSERT INTO pool_round (next_at) VALUES (now());
