-- TRK-1: a follow-up is planned, or done, or first the one and then the other.
CREATE TABLE follow_up (
    id            uuid        PRIMARY KEY,
    project       text        NOT NULL,
    customer      uuid        NOT NULL REFERENCES customer,
    state         text        NOT NULL CHECK (state IN ('PLANNED', 'DONE')),
    due_on        date,
    way           text        CHECK (way IN ('CALL', 'VISIT', 'MESSAGE', 'MAIL', 'HOME_VISIT', 'OTHER')),
    action        text,
    purpose       text,
    planned_by    text,
    visit         uuid        UNIQUE REFERENCES visit,
    done_by       text,
    done_at       timestamptz,
    said          text,
    response      text,
    satisfied     text,
    dissatisfied  text,
    resistance    text,
    intent_grade  text        CHECK (intent_grade IN ('A', 'B', 'C', 'D')),
    version       bigint      NOT NULL DEFAULT 0,
    CHECK (state <> 'PLANNED' OR (due_on IS NOT NULL AND purpose IS NOT NULL AND planned_by IS NOT NULL)),
    CHECK ((state = 'DONE') = (done_at IS NOT NULL AND done_by IS NOT NULL AND said IS NOT NULL))
);
CREATE INDEX follow_up_customer ON follow_up (customer, id);
CREATE INDEX follow_up_project ON follow_up (project, id);
CREATE INDEX follow_up_due ON follow_up (project, due_on) WHERE state = 'PLANNED';
SELECT audited('follow_up');
COMMENT ON COLUMN follow_up.way IS 'In which way it is to be done, then in which it was';
COMMENT ON COLUMN follow_up.visit IS 'What a substitute recorded of the visit that they received (TRK-1)';

-- TRK-4: how far each deal has come, as deal-service tells.
CREATE TABLE deal_progress (
    deal          uuid          PRIMARY KEY,
    project       text          NOT NULL,
    customer      uuid          NOT NULL,
    subscribed_at timestamptz,
    contracted_at timestamptz,
    ended_at      timestamptz,
    unit          uuid,
    home          text,
    total         numeric(14,2),
    received      numeric(14,2) NOT NULL DEFAULT 0
);
CREATE INDEX deal_progress_customer ON deal_progress (customer);
CREATE INDEX deal_progress_unit ON deal_progress (unit) WHERE ended_at IS NULL;
CREATE INDEX deal_progress_home ON deal_progress (project, home) WHERE ended_at IS NULL;
CREATE INDEX deal_progress_project ON deal_progress (project);
