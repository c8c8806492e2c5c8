-- REC-3: who is out, how, and for how long.
CREATE TABLE absence (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    person      text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('ERRAND', 'BUSINESS_TRIP', 'LEAVE')),
    begins      timestamptz NOT NULL,
    ends        timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    ended_by    text,
    version     bigint      NOT NULL DEFAULT 0,
    CHECK (ends >= begins)
);
CREATE INDEX absence_person ON absence (project, person, ends);
CREATE INDEX absence_project ON absence (project, id);
SELECT audited('absence');

-- REC-3: who received, whose customer it is, and why the two may differ.
CREATE TABLE visit (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    receiver    text        NOT NULL,
    owner       text        NOT NULL,
    reason      text        NOT NULL CHECK (reason IN
        ('OWN_CUSTOMER', 'NEW_VISITOR', 'OWNER_ON_ERRAND', 'OWNER_ON_BUSINESS_TRIP', 'OWNER_ON_LEAVE')),
    absence     uuid        REFERENCES absence,
    note        text,
    received_at timestamptz NOT NULL,
    arrival     uuid        UNIQUE,
    rule        text        CHECK (rule IN ('NEW_VISITOR_ON_TURN', 'FIRST_CONSULTANT', 'INTRODUCERS_CONSULTANT', 'FAMILYS_CONSULTANT',
                                            'ERRAND_IN_TOUCH', 'TRIP_SUBSTITUTE', 'LEAVE_SUBSTITUTE', 'OFF_DUTY_IN_TOUCH', 'RECEIVING_IN_PLACE', 'FOUND_TO_BE_ANOTHERS')),
    CHECK ((receiver = owner) = (reason IN ('OWN_CUSTOMER', 'NEW_VISITOR'))),
    CHECK (absence IS NULL OR receiver <> owner),
    CHECK (receiver = owner OR absence IS NOT NULL OR rule IS NOT NULL),
    CHECK ((arrival IS NULL) = (rule IS NULL))
);
COMMENT ON COLUMN visit.arrival IS 'REC-10: the turn in which they were received, and by which rule; none for a visit that was recorded without the queue';
CREATE INDEX visit_customer ON visit (customer, id);
CREATE INDEX visit_project ON visit (project, id);
SELECT audited('visit');
SELECT append_only('visit');
