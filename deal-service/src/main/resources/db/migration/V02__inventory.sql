-- A unit asked for at inventory before money is taken. Settled with the money, or abandoned; never both.
CREATE TABLE unit_claim (
    id           uuid        PRIMARY KEY,
    deal         uuid        NOT NULL,
    project      text        NOT NULL,
    unit         uuid        NOT NULL,
    hold         uuid        NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at   timestamptz,
    abandoned_at timestamptz,
    CHECK (settled_at IS NULL OR abandoned_at IS NULL)
);
COMMENT ON COLUMN unit_claim.asked_at IS 'By the clock of the database: a race, not an office date';
-- DEP-1, SWP-3: a deal claims a hold once.
CREATE UNIQUE INDEX unit_claim_once ON unit_claim (deal, hold);
CREATE INDEX unit_claim_open ON unit_claim (asked_at) WHERE settled_at IS NULL AND abandoned_at IS NULL;
SELECT audited('unit_claim');
