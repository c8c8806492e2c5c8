-- REC-6, TRK-2, TRK-5: whose customer it was, how and why that changed, and who decided. The owner `*` is nobody: the public pool (decision 36).
CREATE TABLE owner_change (
    id         uuid        PRIMARY KEY,
    customer   uuid        NOT NULL REFERENCES customer,
    project    text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('DECIDED', 'MERGED', 'POOLED', 'CLAIMED', 'RECEIVED', 'HANDED_OVER', 'UNMERGED', 'HOUSEHOLD')),
    from_owner text        NOT NULL,
    to_owner   text        NOT NULL CHECK (to_owner <> from_owner OR kind = 'POOLED'),
    reason     text        CHECK (reason <> ''),
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL,
    pool       uuid        REFERENCES customer_pool CHECK (pool IS NULL OR kind IN ('POOLED', 'CLAIMED')),
    CONSTRAINT owner_change_reasoned CHECK (reason IS NOT NULL OR kind IN ('POOLED', 'CLAIMED', 'RECEIVED', 'HOUSEHOLD')),
    CHECK (kind NOT IN ('POOLED', 'CLAIMED', 'RECEIVED') OR (kind = 'POOLED') = (to_owner = '*')),
    CHECK (kind NOT IN ('CLAIMED', 'RECEIVED') OR from_owner = '*')
);
COMMENT ON COLUMN owner_change.reason IS 'Sealed. None where a rule moved the customer, or somebody took them from the pool';
COMMENT ON COLUMN owner_change.pool IS 'TRK-5: into or out of which of the project''s named pools; none: the general one';
CREATE INDEX owner_change_customer ON owner_change (customer, id);
CREATE INDEX owner_change_claims ON owner_change (project, to_owner, decided_at) WHERE kind = 'CLAIMED';
-- AOF-1: who changed hands between two moments.
CREATE INDEX owner_change_of_project ON owner_change (project, decided_at, id);
SELECT append_only('owner_change');

-- TRK-5: a manager keeps a customer from falling into a pool, or from being taken out of one, until a day; an owner may have asked for it.
CREATE TABLE pool_lock (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    customer   uuid        NOT NULL REFERENCES customer,
    state      text        NOT NULL CHECK (state IN ('ASKED', 'LOCKED', 'REFUSED', 'ENDED')),
    until_on   date        NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    word       text,
    ended_by   text,
    ended_at   timestamptz,
    version    bigint      NOT NULL DEFAULT 0,
    CHECK ((state = 'ASKED') <= (decided_by IS NULL) AND (state IN ('LOCKED', 'REFUSED')) <= (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (state = 'ENDED') = (ended_by IS NOT NULL) AND (ended_by IS NULL) = (ended_at IS NULL))
);
COMMENT ON COLUMN pool_lock.reason IS 'Sealed, as is what was said to it';
CREATE UNIQUE INDEX pool_lock_open ON pool_lock (customer) WHERE state IN ('ASKED', 'LOCKED');
CREATE INDEX pool_lock_customer ON pool_lock (customer, id);
CREATE INDEX pool_lock_project ON pool_lock (project, id);
CREATE INDEX pool_lock_state ON pool_lock (project, state, id);
SELECT audited('pool_lock');

-- TRK-5: when the rules of the pool are applied next, in all projects.
CREATE TABLE pool_round (
    one     boolean     PRIMARY KEY DEFAULT true CHECK (one),
    next_at timestamptz NOT NULL
);
INSERT INTO pool_round (next_at) VALUES (now());
