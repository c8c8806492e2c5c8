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
    channel     text        CHECK (channel IN ('PHONE_IN', 'WALK_IN', 'SOURCED', 'REFERRAL', 'PARTNER')),
    broker      text        CHECK (broker <> ''),
    registration text       CHECK (registration <> ''),
    CHECK ((receiver = owner) = (reason IN ('OWN_CUSTOMER', 'NEW_VISITOR'))),
    CHECK (absence IS NULL OR receiver <> owner),
    CHECK (receiver = owner OR absence IS NOT NULL OR rule IS NOT NULL),
    CHECK ((arrival IS NULL) = (rule IS NULL))
);
COMMENT ON COLUMN visit.arrival IS 'REC-10: the turn in which they were received, and by which rule; none for a visit that was recorded without the queue';
COMMENT ON COLUMN visit.channel IS 'By which the customer came; empty where another system recorded the visit';
COMMENT ON COLUMN visit.broker IS 'Who of a partner brought them this time; registration: how the partner had registered them (报备)';
CREATE INDEX visit_customer ON visit (customer, id);
CREATE INDEX visit_project ON visit (project, id);
SELECT audited('visit');
-- Of a visit that another system has recorded a later file may know better what was noted (CUS-8); all else stays.
CREATE TRIGGER visit_stays BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_stays_as_it_was BEFORE UPDATE OF id, project, customer, receiver, owner, reason, absence, received_at, arrival, rule, channel, broker, registration ON visit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
