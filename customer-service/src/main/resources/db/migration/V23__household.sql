-- REC-4: customers who are one family (家庭). One of them stands for it, the others are that one's spouse, parent, child …; it ends with a
-- reason, and is never removed.
CREATE TABLE household (
    id              uuid        PRIMARY KEY,
    project         text        NOT NULL,
    made_by         text        NOT NULL,
    made_at         timestamptz NOT NULL,
    dissolved_by    text,
    dissolved_at    timestamptz,
    dissolve_reason text,
    version         bigint      NOT NULL DEFAULT 0,
    CHECK ((dissolved_at IS NULL) = (dissolved_by IS NULL)),
    CHECK (dissolved_at IS NOT NULL OR dissolve_reason IS NULL)
);
COMMENT ON COLUMN household.dissolve_reason IS 'Sealed. None where nobody was left but one';
SELECT audited('household');

CREATE TABLE household_member (
    id           uuid        PRIMARY KEY,
    household    uuid        NOT NULL REFERENCES household,
    project      text        NOT NULL,
    customer     uuid        NOT NULL REFERENCES customer,
    relation     text        NOT NULL CHECK (relation IN ('SELF', 'SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'OTHER')),
    added_by     text        NOT NULL,
    added_at     timestamptz NOT NULL,
    left_by      text,
    left_at      timestamptz,
    leave_reason text,
    version      bigint      NOT NULL DEFAULT 0,
    CHECK ((left_at IS NULL) = (left_by IS NULL)),
    CHECK (left_at IS NOT NULL OR leave_reason IS NULL)
);
-- Nobody is of two families at once, and one stands for each.
CREATE UNIQUE INDEX household_member_once ON household_member (customer) WHERE left_at IS NULL;
CREATE UNIQUE INDEX household_self ON household_member (household) WHERE left_at IS NULL AND relation = 'SELF';
CREATE INDEX household_member_household ON household_member (household, id);
SELECT audited('household_member');
