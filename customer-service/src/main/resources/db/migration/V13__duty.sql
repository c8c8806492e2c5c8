-- REC-1, REC-9: a project's day at the front desk, with what its settings said when it began. Its row is the lock of the queue: whoever
-- moves a turn holds it, and no other project waits.
CREATE TABLE duty_day (
    id                  uuid        PRIMARY KEY,
    project             text        NOT NULL,
    day                 date        NOT NULL,
    returning_uses_turn boolean     NOT NULL,
    missed_is_made_up   boolean     NOT NULL,
    begun_by            text        NOT NULL,
    begun_at            timestamptz NOT NULL,
    UNIQUE (project, day)
);
SELECT audited('duty_day');

-- REC-1 … REC-5: a visitor or a group of them at the desk: who came, whose they are, who received them, by which rule, and until when. Name
-- and phone are sealed, and stand here only until the customer is registered.
CREATE TABLE arrival (
    id            uuid        PRIMARY KEY,
    day           uuid        NOT NULL REFERENCES duty_day,
    project       text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('NEW', 'RETURNING', 'REFERRAL', 'CALLED', 'FAMILY')),
    belongs_to    text,
    customer      uuid        REFERENCES customer,
    introducer    uuid        REFERENCES customer,
    relative      uuid        REFERENCES customer,
    relation      text        CHECK (relation IN ('SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'OTHER')),
    call          uuid        REFERENCES phone_call,
    persons       int         NOT NULL CHECK (persons BETWEEN 1 AND 99),
    name          text,
    phone         text,
    came_at       timestamptz NOT NULL,
    met_by        text        NOT NULL,
    receiver      text,
    basis         text        CHECK (basis IN ('ON_TURN', 'MADE_UP', 'OWN', 'IN_PLACE')),
    rule          text,
    absence       uuid        REFERENCES absence,
    received_at   timestamptz,
    in_touch_at   timestamptz,
    in_touch_by   text,
    ended_at      timestamptz,
    ended_by      text,
    visit         uuid        UNIQUE REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    version       bigint      NOT NULL DEFAULT 0,
    CHECK ((receiver IS NULL) = (received_at IS NULL) AND (receiver IS NULL) = (basis IS NULL) AND (receiver IS NULL) = (rule IS NULL)),
    CONSTRAINT arrival_family CHECK ((relative IS NULL) = (relation IS NULL)),
    CHECK (visit IS NULL OR (receiver IS NOT NULL AND customer IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (in_touch_at IS NULL) = (in_touch_by IS NULL))
);
COMMENT ON COLUMN arrival.relative IS 'REC-4: of whose family they are';
-- REC-7: nobody receives two visitors at once, whatever two desks do.
CREATE UNIQUE INDEX arrival_receiver ON arrival (day, receiver) WHERE receiver IS NOT NULL AND ended_at IS NULL;
CREATE INDEX arrival_day ON arrival (day, id);
-- TEL-1: the call that became this visit.
CREATE UNIQUE INDEX arrival_call ON arrival (call) WHERE call IS NOT NULL;
CREATE INDEX arrival_customer ON arrival (customer) WHERE customer IS NOT NULL;
SELECT audited('arrival');

-- REC-7, REC-10: all that moved the queue, one after the other: the queue is what these rows say, after a restart as before, and any day
-- can be replayed. Two that are written at once for the same moment cannot both stand.
CREATE TABLE duty_event (
    day     uuid        NOT NULL REFERENCES duty_day,
    seq     int         NOT NULL CHECK (seq > 0),
    kind    text        NOT NULL CHECK (kind IN ('SIGNED_IN', 'SIGNED_OUT', 'OPENED', 'PLACED', 'CLOSED', 'CAME', 'RECEIVED', 'MISSED', 'REPAID',
                                                 'CHARGED', 'GIVEN_BACK', 'PASSED', 'ENDED', 'LEFT')),
    person  text,
    arrival uuid        REFERENCES arrival DEFERRABLE INITIALLY DEFERRED,
    basis   text        CHECK (basis IN ('ON_TURN', 'MADE_UP', 'OWN', 'IN_PLACE')),
    rule    text,
    reason  text        CHECK (reason IN ('ON_THE_PHONE', 'WITH_OWN_CUSTOMER', 'PAPERWORK', 'UNWELL', 'OTHER')),
    done_by text        NOT NULL,
    done_at timestamptz NOT NULL,
    PRIMARY KEY (day, seq),
    CHECK ((kind IN ('OPENED', 'CLOSED', 'CAME', 'LEFT')) = (person IS NULL)),
    CHECK ((kind IN ('CAME', 'RECEIVED', 'ENDED', 'LEFT')) = (arrival IS NOT NULL)),
    CHECK ((kind IN ('RECEIVED', 'PASSED')) = (basis IS NOT NULL)),
    CHECK ((kind = 'RECEIVED') = (rule IS NOT NULL)),
    CHECK ((kind = 'PASSED') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX duty_event_received ON duty_event (arrival) WHERE kind = 'RECEIVED';
CREATE UNIQUE INDEX duty_event_ended ON duty_event (arrival) WHERE kind IN ('ENDED', 'LEFT');
SELECT audited('duty_event', 'day');
SELECT append_only('duty_event');
