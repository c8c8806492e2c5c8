-- Who works in the offices. Nobody is ever removed: who leaves stays, with the reason.
CREATE TABLE staff_person (
    person          text        PRIMARY KEY CHECK (person <> ''),
    name            text        NOT NULL CHECK (name <> ''),
    state           text        NOT NULL CHECK (state IN ('ACTIVE', 'LEFT')),
    invited_by      text,
    invited_at      timestamptz,
    left_by         text,
    left_at         timestamptz,
    left_reason     text,
    password_by     text,
    password_at     timestamptz,
    password_reason text,
    version         bigint      NOT NULL DEFAULT 0,
    CHECK ((invited_by IS NULL) = (invited_at IS NULL)),
    CHECK ((state = 'LEFT') = (left_at IS NOT NULL AND left_by IS NOT NULL AND left_reason IS NOT NULL))
);
COMMENT ON COLUMN staff_person.invited_by IS 'None where the identity provider knew them before the product did';
SELECT audited('staff_person', 'person');

-- SEC-1: a role in a project (`*`: in every one), from its giving to its end. REC-1: a seat is one person's.
CREATE TABLE post (
    id         uuid        PRIMARY KEY,
    person     text        NOT NULL REFERENCES staff_person,
    project    text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician',
                                                    'finance', 'general-manager', 'engineering', 'cost-auditor', 'administrator')),
    seat       int         CHECK (seat BETWEEN 1 AND 99),
    given_by   text        NOT NULL,
    since      timestamptz NOT NULL,
    ended_by   text,
    ended_at   timestamptz,
    end_reason text,
    version    bigint      NOT NULL DEFAULT 0,
    CHECK (seat IS NULL OR role = 'consultant'),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX post_current ON post (person, project, role) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX post_seat ON post (project, seat) WHERE ended_at IS NULL;
CREATE INDEX post_person ON post (person);
CREATE INDEX post_project ON post (project, person);
SELECT audited('post');

-- Whose account at the identity provider is not yet as the two tables above say, and when it is tried (again). A first password lies here
-- sealed until the account has it.
CREATE TABLE account_update (
    person       text        PRIMARY KEY REFERENCES staff_person,
    revision     bigint      NOT NULL DEFAULT 1,
    password     text,
    attempts     int         NOT NULL DEFAULT 0,
    taken        boolean     NOT NULL DEFAULT false,
    next_attempt timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN account_update.taken IS 'Some replica is at it, until next_attempt';
CREATE INDEX account_update_due ON account_update (next_attempt);
